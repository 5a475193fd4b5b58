// A folder of CSV files, one a table. What cannot be taken is said for all files in one run.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>

#include "engine/records/blanks.h"
#include "engine/records/formats/csv_table.h"
#include "engine/records/formats/quick/quick_csv.h"
#include "engine/records/kinds.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class CsvFolder {
public:
    CsvFolder(const std::filesystem::path& folder, RecordsBuilder& builder) : folder_(folder), builder_(builder) {}

    void read() {
        const std::vector<std::string> names = list();
        for (const std::string& name : names) sort_out(name);
        make_room();
        // Parents before children, so that texts are met in the same order whatever the names of files.
        for (const auto& [entity, name] : tables_) read_table(entity, name);
        if (!tables_.empty() || builder_.diagnostics().has_errors()) return;
        builder_.diagnostics().add(
            no_records, file(folder_.string()), {"thư mục không có bảng hồ sơ nào", "the folder has no table of records"},
            {fmt::format("đặt tên tệp theo bảng, thêm .csv: {}", table_list(builder_.schema())),
             fmt::format("name the files like the tables, with .csv: {}", table_list(builder_.schema()))});
    }

private:
    static Place file(std::string name) { return {std::move(name), 0, 0, 0, 0, "", 0}; }

    std::vector<std::string> list() {
        std::vector<std::string> names;
        std::error_code problem;
        for (std::filesystem::directory_iterator i(folder_, problem), end; !problem && i != end; i.increment(problem)) {
            const std::string name = i->path().filename().string();
            if (!name.empty() && name[0] != '.') names.push_back(name);
        }
        if (problem)
            builder_.diagnostics().add(
                no_records, file(folder_.string()),
                {"không đọc được thư mục: " + problem.message(), "cannot read the folder: " + problem.message()});
        std::sort(names.begin(), names.end());
        return names;
    }

    static Words help_for(const std::filesystem::path& path) {
        const std::string extension = fold(path.extension().string());
        if (extension == ".xlsx" || extension == ".ods" || extension == ".json" || extension == ".yaml" || extension == ".yml")
            return {"nếu tệp này là hồ sơ thì đưa thẳng tệp vào, không qua thư mục",
                    "if it holds records, give the file itself, not its folder"};
        return is_workbook(path) ? workbook_help() : Words{};
    }

    std::vector<std::string> titled(const std::vector<std::string>& plurals) const {
        std::vector<std::string> all;
        for (const std::string& plural : plurals)
            all.push_back(
                fmt::format("`{}.csv` ({})", plural, builder_.schema()[builder_.schema().find_plural(plural)].plural_title.vi));
        return all;
    }

    void sort_out(const std::string& name) {
        const std::filesystem::path path = folder_ / name;
        std::error_code ignored;
        const bool is_csv = fold(path.extension().string()) == ".csv" && !std::filesystem::is_directory(path, ignored);
        const std::string stem = path.stem().string();
        const auto entity = is_csv ? find_table(builder_.schema(), stem) : std::nullopt;
        const Place here = file(readable(name));
        if (!entity) {
            const auto near = is_csv ? near_tables(builder_.schema(), stem) : std::vector<std::string>();
            if (near.empty()) {
                builder_.diagnostics().add(file_not_used, here, {"tệp không được sử dụng", "the file is not used"},
                                           help_for(path));
                return;
            }
            builder_.diagnostics().add(
                table_name_unsure, here,
                {fmt::format("không có bảng `{}`", shown(stem)), fmt::format("there is no table `{}`", shown(stem))},
                {fmt::format("có phải là {}? Nếu là tệp khác thì đổi tên hẳn đi", fmt::join(titled(near), ", ")),
                 fmt::format("did you mean `{}.csv`? If it is another file, give it a name unlike these",
                             fmt::join(near, ".csv`, `"))});
            return;
        }
        const auto [known, fresh] = tables_.emplace(*entity, name);
        if (fresh) return;
        Diagnostic& problem = builder_.diagnostics().add(
            table_twice, here,
            {fmt::format("bảng {} đã có trong tệp {}", builder_.schema()[*entity].plural, shown(known->second)),
             fmt::format("the table {} is in the file {} already", builder_.schema()[*entity].plural, shown(known->second))},
            {"gộp hai tệp làm một, hoặc bỏ một tệp", "join the two files, or remove one"});
        problem.related.push_back({file(readable(known->second)), {"lần đầu ở đây", "first given here"}});
    }

    /// For all texts, which are fewer bytes than the files: moving them later costs more than addresses that nobody uses.
    void make_room() {
        constexpr std::uintmax_t most = 2u << 30, bytes_a_text = 8;
        std::uintmax_t bytes = 0;
        for (const auto& [entity, name] : tables_) {
            std::error_code problem;
            const std::uintmax_t size = std::filesystem::file_size(folder_ / name, problem);
            if (!problem) bytes += size;
        }
        if (bytes > most) return;
        try {
            builder_.records().dataset.texts.reserve(bytes / bytes_a_text, bytes);
        } catch (const std::bad_alloc&) {
            // Where addresses are short, too, there will be as much as is needed.
        }
    }

    bool read_quickly(EntityId entity, const std::string& name) {
        builder_.begin(entity, readable(name));
        const Diagnostics before = builder_.diagnostics(), problems = builder_.records().problems;
        if (QuickCsv(readable(name), folder_ / name, entity, builder_, pool_).read()) return true;
        builder_.diagnostics() = before;
        builder_.records().problems = problems;
        builder_.forget(entity);
        return false;
    }

    void read_table(EntityId entity, const std::string& name) {
        if (!builder_.options().patiently && read_quickly(entity, name)) return;
        TableBuilder& table = builder_.begin(entity, readable(name));
        Diagnostics own;
        std::string bytes;
        if (read_bytes(folder_ / name, bytes, own)) {
            builder_.records().files.push_back({readable(name), sha256(bytes), bytes.size()});
            CsvTable(readable(name), bytes, table, builder_.diagnostics()).read();
        } else {
            table.leave_unread();
        }
        for (Diagnostic problem : own.all()) {
            problem.place.file = readable(name);
            builder_.diagnostics().add(std::move(problem));
        }
    }

    std::filesystem::path folder_;
    RecordsBuilder& builder_;
    std::map<EntityId, std::string> tables_;  // the file of each
    PiecePool pool_;
};

}  // namespace

void read_csv_folder(const std::filesystem::path& folder, RecordsBuilder& builder) { CsvFolder(folder, builder).read(); }

}  // namespace hoagiai
