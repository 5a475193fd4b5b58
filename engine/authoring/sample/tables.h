// The CSV tables of a sample: which columns each has, and how a row is written.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "engine/authoring/sample/cells.h"
#include "engine/authoring/sample/sample.h"

namespace hoagiai::sample {

class Tables {
public:
    /// Opens the files and writes their headers.
    Tables(const std::filesystem::path& folder, const Schema& schema, const SampleRequest& request);
    ~Tables();
    void write(const MadeCommune& commune);
    /// Closes all; the first error of the system, 0 if all is well.
    int close();
    /// Removes what was made here.
    void remove();
    std::vector<SampleFile> files() const;
    int error() const;  ///< so far

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hoagiai::sample
