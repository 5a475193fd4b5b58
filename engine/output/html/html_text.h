// Text inside a page: nothing from records or rulebooks may become markup, a script, or turn its neighbours' direction around.
// The page is XML as well as HTML, so that any reader takes it.
#pragma once

#include <string>
#include <string_view>

namespace hoagiai {

/// Text between tags, of HTML and of SVG: control characters and direction marks are shown, not sent.
std::string html_text(std::string_view text);
/// Text between the double quotes of an attribute.
std::string html_attribute(std::string_view text);
/// A name inside a sentence, which keeps its own direction and its neighbours theirs.
std::string html_isolated(std::string_view text);
/// A link, if the address is one of the web; else the words alone.
std::string html_link(std::string_view address, std::string_view words);
/// `<TAG>text</TAG>`, with attributes as they stand: ` class="note"`.
std::string html_element(std::string_view tag, std::string_view text, std::string_view attributes = "");
/// What a Content-Security-Policy calls an inline script or style: 'sha256-…' in base64.
std::string html_source_hash(std::string_view content);

}  // namespace hoagiai
