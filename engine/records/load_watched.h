// Reading records while somebody waits: the same as load_records(), telling how far it is.
#pragma once

#include "engine/records/load.h"
#include "engine/text/progress.h"

namespace hoagiai {

/// Told at each file and sheet, and every few thousand rows.
Records load_records_watched(const std::filesystem::path& path, std::shared_ptr<const Schema> schema, Strictness strictness,
                             const Progress& progress, ReadOptions options = {});

}  // namespace hoagiai
