// Nothing from records becomes markup, whatever stands in a name.
#include <catch2/catch.hpp>

#include "engine/output/html/html_text.h"
#include "engine/output/html/svg.h"
#include "engine/output/html/table.h"

using namespace hoagiai;

TEST_CASE("text between tags holds no markup, control character or direction mark", "[output][html]") {
    CHECK(html_text("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK(html_text("a & b \"c\" 'd'") == "a &amp; b \"c\" 'd'");
    CHECK(html_text("]]>") == "]]&gt;");
    CHECK(html_text("\x1b[2J") == "\\x1B[2J");
    CHECK(html_text("\xE2\x80\xAEtxt") == "\\u202Etxt");
    CHECK(html_text("\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD") == "\\uFFFE|\\uFFFF|\xEF\xBF\xBD");
    CHECK(html_text("Tổ hòa giải ấp 1") == "Tổ hòa giải ấp 1");
}

TEST_CASE("an attribute cannot be left", "[output][html]") {
    CHECK(html_attribute("\" onload=\"x") == "&quot; onload=&quot;x");
    CHECK(html_attribute("' x") == "&#39; x");
}

TEST_CASE("only addresses of the web become links", "[output][html]") {
    CHECK(html_link("https://vbpl.vn/?a=1&b=\"", "Điều 12") ==
          "<a href=\"https://vbpl.vn/?a=1&amp;b=&quot;\" rel=\"noreferrer\">Điều 12</a>");
    CHECK(html_link("javascript:alert(1)", "x <") == "x &lt;");
    CHECK(html_link("", "x") == "x");
}

TEST_CASE("a name keeps its own direction", "[output][html]") { CHECK(html_isolated("שלום <") == "<bdi>שלום &lt;</bdi>"); }

TEST_CASE("the page's policy names its script by its hash", "[output][html]") {
    // printf '' | openssl dgst -sha256 -binary | base64
    CHECK(html_source_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

TEST_CASE("labels of a picture are escaped and fit", "[output][html]") {
    BarPicture picture("p", "T & t", "<d>");
    picture.add_stacked("Xã <b>" + std::string(200, 'a'), "1", {{"fail", 1}, {"pass", 0}});
    picture.add_rate("\x1b[2J", "50%", 500, 700, 880, false);
    const std::string svg = picture.svg();
    CHECK(svg.find("<title id=\"p-t\">T &amp; t</title>") != std::string::npos);
    CHECK(svg.find("&lt;d&gt;") != std::string::npos);
    CHECK(svg.find(">&lt;b&gt;aaa") != std::string::npos);
    CHECK(svg.find("<b>") == std::string::npos);
    CHECK(svg.find('\x1b') == std::string::npos);
    CHECK(svg.find(std::string(100, 'a')) == std::string::npos);
}

TEST_CASE("cells of a table carry the name of their column, for a phone", "[output][html]") {
    HtmlTable table("Bảng <1>", {{"Đơn vị"}, {"Số \"lượt\"", true}});
    table.add({"<bdi>x</bdi>", "0"});
    const std::string html = table.html();
    CHECK(html.find("<caption>Bảng &lt;1&gt;</caption>") != std::string::npos);
    CHECK(html.find("<th scope=\"row\"><bdi>x</bdi></th>") != std::string::npos);
    CHECK(html.find("data-label=\"Số &quot;lượt&quot;\"") != std::string::npos);
}
