#include "cli/progress_line.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 1s, between = 100ms;
constexpr std::uint64_t tell_each = 256u << 10;  // bytes
constexpr std::string_view erasing = "\r\x1b[K";

volatile std::sig_atomic_t drawn = 0;

/// Straight to the terminal: nothing of it may wait in a buffer behind what follows.
void send(std::string_view bytes) { [[maybe_unused]] const ssize_t ignored = ::write(2, bytes.data(), bytes.size()); }

bool terminal() {
    const char* kind = std::getenv("TERM");
    return ::isatty(2) != 0 && kind && *kind && std::string_view(kind) != "dumb";
}

/// A line that is broken cannot be written over.
std::string cut(std::string text) {
    winsize size{};
    const std::size_t room = ::ioctl(2, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1u : 79u;
    while (display_width(text) > room) {
        // The last letter with all its bytes.
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
        if (!text.empty()) text.pop_back();
    }
    return text;
}

std::string words(const ProgressStep& step, Language language) {
    const bool vi = language == Language::vi;
    const bool reading = step.work == ProgressStep::Work::reading;
    std::string text = reading ? (vi ? "đang đọc" : "reading") : (vi ? "đang kiểm tra" : "checking");
    if (!step.name.empty()) text += " " + visible(step.name);
    text += " …";
    if (step.all > 0)
        text += fmt::format(" {}/{}", step.done, step.all);
    else if (step.done > 0)
        text += fmt::format(fmt::runtime(vi ? " {} dòng" : " {} rows"), step.done);
    return text;
}

}  // namespace

ProgressLine::ProgressLine(const Arguments& arguments)
    : wanted_(!arguments.quiet && !arguments.verbose && terminal()),
      language_(arguments.language),
      next_(std::chrono::steady_clock::now() + patience) {}

Progress ProgressLine::told() {
    if (!wanted_) return {};
    return [this](const ProgressStep& step) {
        if (due()) draw(words(step, language_));
    };
}

void ProgressLine::writing(const std::string& output, std::uint64_t bytes) {
    if (!due()) return;
    const std::string to = output.empty() ? "" : " " + visible(output);
    draw(fmt::format(fmt::runtime(language_ == Language::vi ? "đang ghi{} … {:.1f} MB" : "writing{} … {:.1f} MB"), to,
                     static_cast<double>(bytes) / 1e6));
}

void ProgressLine::erase() {
    if (!drawn) return;
    send(erasing);
    drawn = 0;
}

bool ProgressLine::due() {
    if (!wanted_) return false;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return false;
    next_ = now + between;
    return true;
}

void ProgressLine::draw(const std::string& text) {
    drawn = 1;
    send("\r" + cut(text) + "\x1b[K");
}

int WatchedSink::put(std::string_view bytes) {
    out_.write(bytes);
    written_ += bytes.size();
    if (written_ - told_ >= tell_each) {
        told_ = written_;
        line_.writing(output_, written_);
    }
    return out_.error();
}

void erase_progress_line() noexcept {
    if (drawn) send(erasing);
}

}  // namespace hoagiai
