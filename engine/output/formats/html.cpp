// The report as one page: no network, no script needed to read it, for a desk, a phone, a screen reader and paper. It is XML as
// well as HTML, and forbids itself everything but its own style and script.
#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/waivers.h"
#include "engine/output/html/head_part.h"
#include "engine/output/html/html_text.h"
#include "engine/output/html/pictures.h"
#include "engine/output/html/selections_part.h"
#include "engine/output/html/svg.h"
#include "engine/output/html/table.h"
#include "engine/output/html/units_part.h"
#include "engine/output/report_for_people.h"
#include "engine/output/report_words.h"
#include "engine/output/used_files.h"

namespace hoagiai {

extern const std::string_view html_report_css, html_report_js;

namespace {

class HtmlReport : ReportForPeople {
public:
    HtmlReport(const Report& report, Sink& out) : ReportForPeople(report, out) {}

    void write() {
        begin();
        out_ += "<main id=\"main\">\n";
        summary();
        begin_section("units", pick("Theo đơn vị", "By unit"));
        units_part(result_, outline_, report_.language, out_);
        end_section();
        if (has_selections(result_)) {
            begin_section("selections", pick("Đề nghị lựa chọn", "Selections"));
            selections_part(result_, report_.language, out_);
            end_section();
        }
        section("not-assessed", pick("Chưa xét được", "Not assessed"), not_assessed());
        section("waivers", pick("Miễn áp dụng không có tác dụng", "Waivers without effect"), waivers_without_effect());
        section("files", pick("Cơ sở của báo cáo", "What this report rests on"),
                files_part(result_, report_.version, report_.language));
        out_ += "</main>\n<footer class=\"signatures\"><p>" + pick("Người kiểm tra", "Inspector") + "<br/><small>" +
                pick("(ký, ghi rõ họ tên)", "(signature, full name)") + "</small></p><p>" +
                pick("Thủ trưởng cơ quan, đơn vị", "Head of the authority") + "<br/><small>" +
                pick("(ký, ghi rõ họ tên, đóng dấu)", "(signature, full name, seal)") + "</small></p></footer>\n";
        out_ += "<script>" + script() + "</script>\n</body>\n</html>\n";
    }

private:
    /// An XML reader takes the script for text only inside of this.
    static std::string script() { return "//<![CDATA[\n" + std::string(html_report_js) + "//]]>\n"; }

    void begin() {
        const std::string title =
            pick("Kết quả kiểm tra công tác hòa giải ở cơ sở", "Grassroots mediation: result of the check");
        const std::string style = "\n" + std::string(html_report_css);
        out_ += fmt::format(
            "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{0}\" xml:lang=\"{0}\" dir=\"ltr\">\n<head>\n"
            "<meta charset=\"utf-8\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {1}; script-src {2}; "
            "base-uri 'none'; form-action 'none'\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>{3}</title>\n<style>{4}</style>\n</head>\n<body>\n"
            "<a class=\"skip\" href=\"#main\">{5}</a>\n",
            pick("vi", "en"), html_source_hash(style), html_source_hash(script()), html_text(title), style,
            pick("Đến nội dung chính", "Skip to the content"));
        out_ += svg_patterns() + "<header>\n" + html_element("h1", title) + "\n" +
                head_part(result_, summary_, report_.language) + "</header>\n";
        out_ += fmt::format("<nav aria-label=\"{}\"><ul>", pick("Mục lục", "Contents"));
        out_ += "<li><a href=\"#summary\">" + pick("Kết quả chung", "The whole") + "</a></li><li><a href=\"#units\">" +
                pick("Theo đơn vị", "By unit") + "</a></li>";
        if (has_selections(result_))
            out_ += "<li><a href=\"#selections\">" + pick("Đề nghị lựa chọn", "Selections") + "</a></li>";
        if (!not_assessed().empty())
            out_ += "<li><a href=\"#not-assessed\">" + pick("Chưa xét được", "Not assessed") + "</a></li>";
        out_ += "<li><a href=\"#files\">" + pick("Cơ sở của báo cáo", "What this report rests on") + "</a></li></ul></nav>\n";
    }

    void section(std::string_view id, const std::string& title, const std::string& content) {
        if (content.empty()) return;
        begin_section(id, title);
        out_ += content;
        end_section();
    }
    void begin_section(std::string_view id, const std::string& title) {
        out_ += fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 id=\"{0}-title\">{1}</h2>\n", id,
                            html_text(title));
    }
    void end_section() { out_ += "</section>\n"; }

    void summary() {
        HtmlTable table(pick("Mỗi quy tắc, mỗi đơn vị là một lượt", "Each rule for each unit once"),
                        {{pick("Kết quả", "Result")}, {pick("Số lượt", "Number"), true}, {pick("Mức độ", "Severity")}});
        for (const Figure& one : figures(outline_))
            table.add({html_text(in_language(section_title(one.section))), fmt::format("{}", one.number),
                       html_text(in_language(one.severities))});
        table.add({pick("Cộng", "Total"), fmt::format("{}", summary_.all.units()), ""}, true);
        section("summary", pick("Kết quả chung", "The whole"),
                table.html() + severity_picture(result_, report_.language) +
                    status_picture(result_, summary_, report_.language) + rate_pictures(result_, report_.language));
    }

    std::string not_assessed() const {
        std::string text;
        for (const NotAssessed& one : outline_.not_assessed) {
            text += html_element("h3", pick("Không được cung cấp: ", "Not supplied: ") + in_language(one.missing)) + "\n<ul>\n";
            for (const NotAssessed::Rule& rule : one.rules)
                text += "<li>" + html_text(in_language(title_of(result_, rule.id))) + " <code>" + html_text(rule.id) +
                        "</code>: " + html_text(in_language(counted(rule.units, (*data_.schema)[rule.entity]))) + "</li>\n";
            text += "</ul>\n";
        }
        if (result_.not_in_force.empty()) return text;
        text += html_element("h3", pick("Không có hiệu lực vào ngày ", "Not in force on ") + day(result_.request.as_of)) +
                "\n<ul>\n";
        for (const std::string& rule : result_.not_in_force)
            text += "<li>" + html_text(in_language(title_of(result_, rule))) + " <code>" + html_text(rule) + "</code></li>\n";
        return text + "</ul>\n";
    }

    std::string waivers_without_effect() const {
        if (std::none_of(result_.waivers.begin(), result_.waivers.end(), without_effect)) return {};
        std::string text = "<ul>\n";
        for (const WaiverUse& use : result_.waivers)
            if (without_effect(use)) text += html_element("li", in_language(without_effect_words(result_, use)) + ".") + "\n";
        return text + "</ul>\n";
    }
};

void write(const Report& report, Sink& out) { HtmlReport(report, out).write(); }

}  // namespace

extern const OutputFormat output_format_html;
const OutputFormat output_format_html = {"html", ".html", write};

}  // namespace hoagiai
