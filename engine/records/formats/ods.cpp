#include "engine/records/formats/workbook.h"
namespace hoagiai {
void read_ods(Workbook&) {}
}  // namespace hoagiai
