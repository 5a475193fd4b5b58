// Reading on behind a slip: a line that can be meant in one way only is mended and the file parsed again, so that one run tells
// all that is wrong with it.
#include "engine/text/yaml.h"

#include "engine/text/yaml_guard.h"
#include "engine/text/yaml_kinds.h"
#include "engine/text/yaml_parser.h"

namespace hoagiai {

const YamlNode* YamlNode::find(std::string_view key) const {
    for (const YamlEntry& entry : entries)
        if (entry.key.value == key) return &entry.value;
    return nullptr;
}

namespace {

/// The slip that stopped the reading, if one did.
const Diagnostic* what_stopped(const Diagnostics& said) {
    for (const Diagnostic& one : said.all())
        if (one.code == broken_yaml.code || one.code == foreign_space.code ||
            (one.code == anchor_used.code && !one.fix.empty()))
            return &one;
    return nullptr;
}

/// Where edits of a mended text stand in the text before the edits made so far.
void shift_back(Edit& edit, const std::vector<std::vector<Edit>>& made) {
    for (auto round = made.rbegin(); round != made.rend(); ++round) {
        std::size_t grown = 0;
        for (const Edit& before : *round)
            if (before.begin + grown + before.text.size() <= edit.begin)
                grown += before.text.size() - (before.end - before.begin);
        edit.begin -= grown;
        edit.end -= grown;
    }
}

}  // namespace

std::optional<YamlNode> read_yaml(const SourcePtr& source, Diagnostics& diagnostics, const YamlLimits& limits) {
    if (!fit_to_parse(*source, diagnostics, limits)) return std::nullopt;
    constexpr std::size_t most_mended = 100;
    SourcePtr text = source, before = source;
    std::vector<std::vector<Edit>> made;
    std::vector<Diagnostic> slips;
    std::uint32_t last_line = 0;
    for (;;) {
        Diagnostics said;
        auto root = read_yaml_once(text, said, limits, made.size() < most_mended);
        const Diagnostic* slip = what_stopped(said);
        if (slip && slip->place.line <= last_line) {
            // That was not how the line was meant: it is said as it stands, and nothing is promised.
            slips.pop_back();
            made.pop_back();
            said = Diagnostics();
            root = read_yaml_once(before, said, limits, false);
            slip = nullptr;
        }
        if (!slip || slip->fix.empty()) {
            for (Diagnostic& one : slips) diagnostics.add(std::move(one));
            for (Diagnostic one : said.all()) {
                for (Edit& edit : one.fix) shift_back(edit, made);
                diagnostics.add(std::move(one));
            }
            return root;
        }
        last_line = slip->place.line;
        const std::vector<Edit> edits = slip->fix;
        slips.push_back(*slip);
        for (Edit& edit : slips.back().fix) shift_back(edit, made);
        before = text;
        text = std::make_shared<const Source>(source->name(), edited(text->text(), edits));
        made.push_back(edits);
    }
}

}  // namespace hoagiai
