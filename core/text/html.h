// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::text {

/// Without HTML tags, comments and the contents of <script> and <style>. A tag begins with `<` and a letter, `/`, `!`
/// or
/// `?`, and ends at the next `>` outside quotes: "a < b" and "<3" stay. A space takes the place of a tag, except for
/// those within words (b i u em strong span font sub sup small mark a s): "H<sub>2</sub>O" becomes "H2O". What is never
/// closed stays as it is.
std::string withoutTags(std::string_view text);

/// With character references replaced: &amp; &#38; &#x26; and the entities of HTML 4.01. Names need their semicolon (so
/// "R&D" and "&copy2012" stay), numbers do not. As in HTML, 128 to 159 stand for the characters of Windows-1252, and
/// numbers that are no character become U+FFFD. Applied once: "&amp;lt;" becomes "&lt;".
std::string withoutEntities(std::string_view text);

} // namespace core::text
