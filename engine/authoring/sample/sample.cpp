#include "engine/authoring/sample/sample.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <string_view>
#include <system_error>

#include "engine/authoring/new_folder.h"
#include "engine/authoring/sample/defects.h"
#include "engine/authoring/sample/kinds.h"
#include "engine/authoring/sample/make.h"
#include "engine/authoring/sample/readme.h"
#include "engine/authoring/sample/tables.h"

namespace hoagiai {

namespace {

const char* defects_header(Language language) {
    return language == Language::vi ? "Loại lỗi,Quy tắc,Kết quả,Bảng,Đơn vị\n" : "kind,rule,status,table,unit\n";
}

}  // namespace

std::vector<SampleFile> write_sample(const SampleRequest& request, const std::filesystem::path& folder, const Schema& schema,
                                     Diagnostics& diagnostics) {
    bool made = false;
    if (!take_new_folder(folder, made, diagnostics)) return {};
    sample::Tables tables(folder, schema, request);
    std::unique_ptr<sample::OutFile> listed;
    if (request.defects && tables.error() == 0) {
        listed = std::make_unique<sample::OutFile>(folder / "defects.csv");
        listed->text() += defects_header(request.language);
    }
    std::map<std::string_view, std::uint64_t> planted;
    SampleFile defects{"defects.csv", 0};
    for (int number = 0; number < request.communes && tables.error() == 0; ++number) {
        sample::MadeCommune commune = sample::make_commune(request, number);
        sample::fill_report(commune);
        if (request.defects) {
            // A stream of its own, so that what is not spoilt is the same with defects and without.
            sample::Random chance(request.seed, 2 * static_cast<std::uint64_t>(number) + 1);
            for (const sample::Defect& defect : sample::plant_defects(commune, chance)) {
                listed->text() +=
                    fmt::format("{},{},{},{},{}\n", defect.kind, defect.rule, defect.status, defect.entity, defect.unit);
                ++planted[defect.kind];
                ++defects.rows;
            }
            listed->flush_if_full();
        }
        tables.write(commune);
    }
    std::vector<SampleFile> files = tables.files();
    int error = tables.close();
    if (listed && error == 0) error = listed->close();
    if (request.defects) files.push_back(defects);
    bool readme_made = false;
    if (error == 0) {
        sample::OutFile readme(folder / "README.md");
        readme.text() += sample::readme_text(request, files, planted, schema);
        error = readme.close();
        readme_made = readme.made;
    }
    if (error == 0) return files;
    // Half a sample would pass for a whole one.
    std::error_code ignored;
    tables.remove();
    if (listed && listed->made) std::filesystem::remove(folder / "defects.csv", ignored);
    if (readme_made) std::filesystem::remove(folder / "README.md", ignored);
    if (made) std::filesystem::remove(folder, ignored);
    const Words reason = why_refused(std::error_code(error, std::generic_category()));
    Place place;
    place.file = folder.string();
    diagnostics.add(
        sample_not_written, std::move(place),
        {"không ghi được hồ sơ vào thư mục này: " + reason.vi + "; không để lại tệp nào",
         "cannot write records into this folder: " + reason.en + "; no file is left behind"},
        {"chọn một thư mục được phép ghi, trên ổ đĩa còn chỗ", "choose a folder that may be written to, on a disk with room"});
    return {};
}

}  // namespace hoagiai
