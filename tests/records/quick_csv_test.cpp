// Files that are read in pieces, by any number of threads, give what reading them row by row gives: the same records, the
// same problems at the same places, whatever stands in the files.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "engine/records/load.h"
#include "tests/support/whole_records.h"

using namespace hoagiai;

namespace {

/// Invented files, some of them clean, most of them spoilt in a few places.
class Files {
public:
    explicit Files(unsigned seed) : random_(seed) {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        faults_ = one<unsigned>({0, 0, 5, 40});
        delimiter_ = one<char>({',', ',', ';', '\t'});
        ids_ = below(4);
        line_end_ = one<std::string>({"\n", "\n", "\r\n", "\r"});
    }
    ~Files() { std::filesystem::remove_all(folder); }

    void write() {
        sorted_ = below(3) != 0;
        if (below(2) == 0)
            table("communes", {"id", "name", "province", "kind", "households", "plan_on"}, 'C', 5 + below(30));
        else
            table("communes", {"id", "name", "province"}, 'C', 5 + below(60));
        table("teams", {"id", "commune", "name", "active", "last_review_on", "STT"}, 'T', 10 + below(40));
        table("mediators", {"id", "team", "name", "gender", "born_on", "ethnicity", "active", "training_hours"}, 'M',
              below(150));
        table("cases", {"id", "team", "mediator", "received_on", "dispute_type", "outcome", "relapsed"}, 'V', below(120));
    }

    const std::filesystem::path folder =
        std::filesystem::path(HOAGIAI_BINARY_DIR) / ("quick-csv-" + std::to_string(::getpid()));

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }
    template <typename Value>
    Value one(const std::vector<Value>& of) {
        return of[below(of.size())];
    }
    bool fault() { return faults_ > 0 && below(1000) < faults_; }

    std::string id(char letter, std::size_t number) {
        const std::string digits = std::to_string(number);
        if (ids_ == 1) return std::string("x-") + letter + digits + "-y";
        if (ids_ == 2) return std::string("2023/") + letter + "/xa Minh Diệu/" + digits;
        if (ids_ == 3) return digits;
        return letter + std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
    }

    std::string good(const std::string& column, char letter, std::size_t row) {
        if (column == "id") return id(letter, sorted_ ? row : row * 7 % 1009);
        if (column == "commune") return id('C', below(5));
        if (column == "team") return id('T', below(10));
        if (column == "mediator") return below(3) == 0 ? "" : id('M', below(40));
        if (column == "name") return one<std::string>({"Đông Mỹ", "Tổ 1", "Nguyễn Văn Ấn", "\"Bản 2, xóm Lâm\"", "Chu Hà"});
        if (column == "province") return one<std::string>({"Bạc Liêu", "BẠC LIÊU", "Hà Nội", "", "Cà Mau"});
        if (column == "kind") return one<std::string>({"xa", "phuong", "Phường", ""});
        if (column == "gender") return one<std::string>({"male", "female", "Nữ", "NAM", ""});
        if (column == "ethnicity") return one<std::string>({"Kinh", "Ê Đê", "Chăm", "Mông", ""});
        if (column == "dispute_type") return one<std::string>({"inheritance", "civil_property", ""});
        if (column == "outcome") return one<std::string>({"successful", "unsuccessful", "stopped", ""});
        if (column == "STT") return std::to_string(row);
        if (column == "active" || column == "relapsed") return one<std::string>({"true", "false", "x", "Có", "không", ""});
        if (column == "households" || column == "training_hours") return one<std::string>({"0", "25", "1.250", "7000", ""});
        return one<std::string>({"2023-04-17", "17/04/2023", "1.2.2022", "", "2020-12-31"});
    }

    std::string bad() {
        return one<std::string>({"",
                                 "???",
                                 "a\"b",
                                 "\"a\nb\"",
                                 "\"a\r\nb\"",
                                 "\"a\"\"b\"",
                                 "\"open",
                                 "\"a\" b",
                                 "chưa",
                                 "31/02/2023",
                                 "12/2023",
                                 "-5",
                                 "99999999999999999999",
                                 "Nguy?n",
                                 "Nguyá»…n",
                                 " true ",
                                 "Cộng",
                                 "Tổng cộng",
                                 "id",
                                 "M0001",
                                 "C0002",
                                 "T3",
                                 "no such",
                                 "\xC2\xA0",
                                 "e\xCC\x81",
                                 "a,b",
                                 "a;b",
                                 "-",
                                 "0x1",
                                 "\"\"",
                                 "\"",
                                 "a\rb",
                                 "TRUE",
                                 "never",
                                 "[ví dụ] x",
                                 "[example, this row is skipped]"});
    }

    std::string row(const std::vector<std::string>& columns, char letter, std::size_t number) {
        std::string text;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) text += delimiter_;
            text += fault() ? bad() : good(columns[i], letter, number);
        }
        if (fault()) text += delimiter_ + one<std::string>({"", "more"});
        if (fault()) text = text.substr(0, below(text.size() + 1));
        return text;
    }

    void table(const std::string& name, const std::vector<std::string>& columns, char letter, std::size_t rows) {
        if (fault()) return;
        std::string header, text;
        for (const std::string& column : columns) header += (header.empty() ? "" : std::string(1, delimiter_)) + column;
        // A spreadsheet keeps a column that was used once.
        const bool has_blank_column = below(5) == 0;
        if (has_blank_column) header += delimiter_;
        const std::string end_of_row = has_blank_column ? std::string(1, delimiter_) : std::string();
        const bool has_header_again = below(4) == 0;
        if (below(4) == 0) text += "\xEF\xBB\xBF";
        if (fault()) text += "Danh sách" + line_end_ + line_end_;
        text += header + line_end_;
        if (below(6) == 0) {
            for (std::size_t i = 0; i < columns.size(); ++i)
                text += (i > 0 ? std::string(1, delimiter_) : "") + std::to_string(i + 1);
            text += line_end_;
        }
        for (std::size_t i = 0; i < rows; ++i) {
            text += row(columns, letter, fault() ? i / 2 : i) + end_of_row + (fault() ? one<std::string>({"", "x"}) : "") +
                    (fault() ? one<std::string>({"\n", "\r", "\r\n"}) : line_end_);
            if (fault()) text += line_end_;
            if (fault() || (has_header_again && below(20) == 0)) text += header + line_end_;
            if (fault() && !text.empty()) text[text.size() - 1 - below(std::min<std::size_t>(60, text.size()))] = '\xFF';
        }
        if (below(2) == 0 && !text.empty()) text.pop_back();
        std::ofstream(folder / (name + ".csv"), std::ios::binary) << text;
    }

    std::mt19937 random_;
    unsigned faults_ = 0;
    std::size_t ids_ = 0;
    bool sorted_ = true;
    char delimiter_ = ',';
    std::string line_end_;
};

}  // namespace

TEST_CASE("records are the same however many threads read them, and in however small pieces") {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        Files files(seed);
        files.write();
        for (const Strictness strictness : {Strictness::strict, Strictness::lenient}) {
            ReadOptions options;
            options.patiently = true;
            const std::string expected = whole_records(load_records(files.folder, builtin_schema(), strictness, options));
            options.patiently = false;
            for (const auto& [threads, piece] :
                 std::vector<std::pair<unsigned, std::size_t>>{{1, 1u << 20}, {2, 300}, {5, 64}, {3, 7}, {2, 1}}) {
                INFO("seed " << seed << ", " << threads << " threads, pieces of " << piece);
                options.threads = threads;
                options.piece = piece;
                REQUIRE(whole_records(load_records(files.folder, builtin_schema(), strictness, options)) == expected);
            }
        }
    }
}

TEST_CASE("what shows only in a whole file is said when it is read in pieces, too") {
    const std::filesystem::path folder =
        std::filesystem::path(HOAGIAI_BINARY_DIR) / ("quick-csv-whole-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto same = [&](const std::string& communes, const std::string& code) {
        std::ofstream(folder / "communes.csv", std::ios::binary) << communes;
        ReadOptions options;
        options.threads = 2;
        options.piece = 100;
        const Records quick = load_records(folder, builtin_schema(), Strictness::lenient, options);
        options.patiently = true;
        CHECK(whole_records(quick) == whole_records(load_records(folder, builtin_schema(), Strictness::lenient, options)));
        const auto& all = quick.diagnostics.all();
        CHECK(std::any_of(all.begin(), all.end(), [&](const Diagnostic& problem) { return problem.code == code; }));
    };
    std::string ascii = "id,name,households,remarks\n";
    for (int i = 100; i < 500; ++i) ascii += "C" + std::to_string(i) + ",Minh Hai,25,-\n";
    const std::string bad_names = "C500,Minh H\xE1i,1,-\nC501,Minh H\xE1i,1,-\nC502,Minh H\xE1i,1,-\n",
                      bad_remarks = "C500,Minh,1,\xE1\nC501,Minh,1,\xE1\nC502,Minh,1,\xE1\n";
    same(ascii + bad_names, "R006");
    same(ascii + bad_remarks, "R006");
    // Two rows lack the blank cell that all others have.
    std::string longer = "id,name,households\n";
    for (int i = 100; i < 200; ++i) longer += "C" + std::to_string(i) + ",Minh Hai,25" + (i % 50 == 7 ? "\n" : ",\n");
    same(longer, "R041");
    std::filesystem::remove_all(folder);
}
