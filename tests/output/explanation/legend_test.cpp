// The words that explain the rule language: only those that were used, in the sense in which they were.
#include "engine/output/explanation/legend.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

TEST_CASE("legend: only words of the language that were used, in their sense", "[legend]") {
    CHECK(legend_of({"size"}, Language::vi).empty());
    CHECK(legend_of({"count(mediators where serving) >= 3"}, Language::en) == ">=: at least");
    CHECK(legend_of({"count(mediators where serving) >= 3"}, Language::vi) ==
          "where: chỉ tính những dòng mà; >=: lớn hơn hoặc bằng; count: đếm");
    // An else that belongs to an if is none that stands for a blank.
    CHECK(legend_of({"if active then 90% else 88%"}, Language::vi) == "if: nếu; then: thì; else: còn lại");
    CHECK(legend_of({"(active else true)"}, Language::vi) == "(… else …): nếu trống thì lấy");
    CHECK(legend_of({"if (active else true) then 1 else 2"}, Language::vi) ==
          "if: nếu; then: thì; else: còn lại; (… else …): nếu trống thì lấy");
    CHECK(legend_of({"(if active then 1 else 3) <= decided_size"}, Language::vi) ==
          "if: nếu; then: thì; else: còn lại; <=: nhỏ hơn hoặc bằng");
    CHECK(legend_of({"ended_on is not missing"}, Language::vi) == "is not missing: không để trống");
    // What stands in quotes, and a field that is called like a function, are no words of the language.
    CHECK(legend_of({"ethnicity = \"and or not\""}, Language::vi).empty());
    CHECK(legend_of({"year = 2023"}, Language::vi).empty());
    CHECK(legend_of({"year(held_on) = 2023"}, Language::vi) == "year: năm");
    // A rule that is written in Vietnamese needs none.
    CHECK(legend_of({"đếm(hòa_giải_viên mà giới_tính = nữ)"}, Language::vi).empty());
}
