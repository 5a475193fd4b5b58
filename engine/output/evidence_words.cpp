#include "engine/output/evidence_words.h"

#include <fmt/format.h>

#include "engine/text/fold.h"

namespace hoagiai {

bool is_computed(const Evidence& evidence, Language language) {
    const std::string& label = say(evidence.label, language);
    return label == evidence.expression || label.find_first_of("(=<>_") != std::string::npos;
}

Words evidence_rows(const CheckResult& result, const Evidence& evidence) {
    const Schema& schema = *result.records->dataset.schema;
    Words text;
    std::string entity;
    for (const RowName& row : evidence.rows) {
        if (row.entity != entity) {
            entity = row.entity;
            const Entity& kind = schema[schema.find_entity(entity)];
            const std::string between = text.en.empty() ? "" : "; ";
            text.vi += between + lower_first(kind.title.vi) + ": " + row.id;
            text.en += between + kind.name + ": " + row.id;
        } else {
            text.vi += ", " + row.id;
            text.en += ", " + row.id;
        }
    }
    if (evidence.more_rows > 0) {
        text.vi += fmt::format(" và {} dòng nữa", evidence.more_rows);
        text.en += fmt::format(" and {} more", evidence.more_rows);
    }
    return text;
}

Words reading_values(const ReadingText& reading) {
    Words text;
    for (const Evidence& value : reading.values) {
        const std::string between = text.en.empty() ? "" : "; ";
        text.vi += between + value.label.vi + " = " + value.value.vi;
        text.en += between + value.label.en + " = " + value.value.en;
    }
    return text;
}

}  // namespace hoagiai
