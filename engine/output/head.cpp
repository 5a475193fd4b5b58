#include "engine/output/head.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/layer_effects.h"
#include "engine/findings/settled_parameter.h"
#include "engine/output/layer_words.h"
#include "engine/output/lenient_words.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class Head {
public:
    Head(const CheckResult& result, const Summary& summary)
        : result_(result), summary_(summary), schema_(*result.records->dataset.schema) {}

    std::vector<HeadLine> make() {
        add_request();
        add_records();
        return std::move(lines_);
    }

private:
    void add(Words label, Words text) { lines_.push_back({std::move(label), std::move(text)}); }

    void add_request() {
        const CheckRequest& request = result_.request;
        if (request.profile) {
            const std::string& name = request.profile->name.value;
            const Words& title = request.profile->title;
            add({"Cấu hình", "Profile"},
                title.en.empty() ? Words{name, name}
                                 : Words{fmt::format("{} ({})", title.vi, name), fmt::format("{} ({})", title.en, name)});
        }
        if (request.period) {
            const Period& period = *request.period;
            add({"Kỳ kiểm tra", "Period"},
                {fmt::format("{} (từ {} đến {})", period.text, vietnamese_date(period.first), vietnamese_date(period.last)),
                 fmt::format("{} ({} to {})", period.text, iso_date(period.first), iso_date(period.last))});
        }
        add({"Tính đến ngày", "As of"}, {vietnamese_date(request.as_of), iso_date(request.as_of)});
        for (const auto& book : request.books) {
            const Rulebook& rulebook = *book->book;
            const std::string number = rulebook.instrument.number.empty() ? "" : ", " + rulebook.instrument.number;
            add({"Quy tắc", "Rules"}, {fmt::format("{}{} ({})", rulebook.title.vi, number, rulebook.name.value),
                                       fmt::format("{}{} ({})", rulebook.title.en, number, rulebook.name.value)});
        }
        for (const SettledParameter& one : settled_parameters(request))
            add({"Tham số ấn định", "Settled"}, {fmt::format("{}: {}. Lý do: {}", one.title.vi, one.value.vi, one.reason),
                                                 fmt::format("{}: {}. Reason: {}", one.title.en, one.value.en, one.reason)});
        add_layers();
    }

    void add_layers() {
        for (const auto& book : names_only(result_.request))
            add({"Chỉ dùng tên", "Names only"}, {fmt::format("{}, dự thảo ({})", book->title.vi, book->name.value),
                                                 fmt::format("{}, a draft ({})", book->title.en, book->name.value)});
        for (const OverriddenParameter& one : overridden_parameters(result_.request))
            add({"Giá trị thay thế", "Overridden"}, overridden(one));
        for (const RuleOff& one : rules_off(result_.request)) {
            const Words why = why_layered(one.by, one.by_title, one.reason, one.basis);
            add({"Quy tắc không áp dụng", "Switched off"}, {fmt::format("{} ({}), {}", one.title.vi, one.rule, why.vi),
                                                            fmt::format("{} ({}), {}", one.title.en, one.rule, why.en)});
        }
    }

    void add_records() {
        const Dataset& data = result_.records->dataset;
        Words units;
        for (EntityId entity = 0; entity < schema_.entities.size(); ++entity) {
            const Entity& kind = schema_[entity];
            if (kind.derived_from || !data[entity].supplied) continue;
            const Row size = data[entity].size;
            units.vi += fmt::format("{}{} {}", units.vi.empty() ? "" : "; ", size, lower_first(kind.title.vi));
            units.en += fmt::format("{}{} {}", units.en.empty() ? "" : "; ", size, size == 1 ? kind.name : kind.plural);
        }
        add({"Hồ sơ", "Records"}, units);
        add({"Số dòng", "Rows"},
            {fmt::format("đã đọc {}, đã dùng {}, từ chối {}", summary_.rows.read, summary_.rows.used, summary_.rows.refused),
             fmt::format("{} read, {} used, {} refused", summary_.rows.read, summary_.rows.used, summary_.rows.refused)});
        for (HeadLine& line : lenient_head(*result_.records)) lines_.push_back(std::move(line));
        Words without, absent, incomplete;
        const auto append = [](Words& list, const std::string& vi, const std::string& en) {
            list.vi += (list.vi.empty() ? "" : "; ") + vi;
            list.en += (list.en.empty() ? "" : ", ") + en;
        };
        for (const TableCoverage& coverage : summary_.coverage) {
            const std::string title = lower_first(schema_[schema_.find_plural(coverage.table)].plural_title.vi);
            if (!coverage.supplied)
                append(absent, title, coverage.table);
            else if (coverage.tops_without > 0)
                append(without, fmt::format("{} {}/{}", title, coverage.tops_without, coverage.tops),
                       fmt::format("{} {}/{}", coverage.table, coverage.tops_without, coverage.tops));
        }
        if (result_.request.profile)
            for (const Text& table : result_.request.profile->incomplete)
                append(incomplete, lower_first(schema_[schema_.find_plural(table.value)].plural_title.vi), table.value);
        if (!without.en.empty()) add({"Số xã không có dòng nào", "Communes without rows"}, without);
        if (!incomplete.en.empty()) add({"Chưa đầy đủ (theo cấu hình)", "Incomplete (by profile)"}, incomplete);
        if (!absent.en.empty()) add({"Không được cung cấp", "Not supplied"}, absent);
    }

    const CheckResult& result_;
    const Summary& summary_;
    const Schema& schema_;
    std::vector<HeadLine> lines_;
};

}  // namespace

std::vector<HeadLine> report_head(const CheckResult& result, const Summary& summary) { return Head(result, summary).make(); }

}  // namespace hoagiai
