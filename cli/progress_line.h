// One line on a terminal that says what a long run is at, written over itself and gone at the end. In a pipe, with --quiet, and
// in the first second there is none.
#pragma once

#include <chrono>
#include <string>

#include "cli/command.h"
#include "engine/text/progress.h"
#include "engine/text/sink.h"

namespace hoagiai {

class ProgressLine {
public:
    explicit ProgressLine(const Arguments& arguments);
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine() { erase(); }

    /// To be handed in; empty where nothing is to be shown. It lives no longer than this.
    Progress told();
    /// So much of an output is written.
    void writing(const std::string& output, std::uint64_t bytes);
    void erase();

private:
    bool due();
    void draw(const std::string& text);

    bool wanted_;
    Language language_;
    std::chrono::steady_clock::time_point next_;
};

/// What passes through on its way to an output is counted for the line.
class WatchedSink final : public Sink {
public:
    WatchedSink(Sink& out, ProgressLine& line, std::string output) : out_(out), line_(line), output_(std::move(output)) {}

private:
    int put(std::string_view bytes) override;

    Sink& out_;
    ProgressLine& line_;
    std::string output_;
    std::uint64_t written_ = 0, told_ = 0;
};

/// For a signal's handler: the line goes, if there is one.
void erase_progress_line() noexcept;

}  // namespace hoagiai
