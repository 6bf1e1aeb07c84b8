#include "repl/markdown_tree.h"

#include <md4c.h>
#include <unicode/uchar.h>

#include <charconv>

#include "text/utf8.h"
#include "text/width.h"

namespace viva {
namespace {

// Control characters of the input are escaped before it is parsed, so these two are free to be marks of our own.
constexpr char separator = '\x01';   // between a * and Chinese punctuation, see separate_emphasis
constexpr char soft_break = '\x02';  // a line end within a paragraph

constexpr std::size_t deepest = 24;

// The character that ends before `at`, or begins there; a space at the ends of the text.
UChar32 code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<UChar32>(next_code_point(text, at).value) : ' ';
}

UChar32 code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return ' ';
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
  return code_point_at(text, at);
}

// CommonMark takes ** between punctuation and a letter for plain text, which is right where words have spaces between them. In Chinese
// they have none, and **重点：**后面 would keep its stars. An invisible letter between the star and the punctuation makes it emphasis.
std::string separate_emphasis(std::string_view text) {
  auto is_wide_punctuation = [](UChar32 c) { return c >= 0x80 && u_ispunct(c); };
  auto is_letter = [](UChar32 c) { return !u_isUWhiteSpace(c) && !u_ispunct(c); };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t star = text.find('*', at);
    if (star == std::string_view::npos) return out.append(text.substr(at));
    std::size_t end = text.find_first_not_of('*', star);
    if (end == std::string_view::npos) end = text.size();
    const UChar32 before = code_point_before(text, star), after = code_point_at(text, end);
    out += text.substr(at, star - at);
    if (is_wide_punctuation(before) && is_letter(after)) out += separator;
    out += text.substr(star, end - star);
    if (is_wide_punctuation(after) && is_letter(before)) out += separator;
    at = end;
  }
  return out;
}

std::string decode_entity(std::string_view entity) {
  static constexpr struct {
    std::string_view name, text;
  } names[] = {{"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},     {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", "\u00a0"},
               {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"}, {"&times;", "×"}, {"&rarr;", "→"}, {"&larr;", "←"},
               {"&le;", "≤"},    {"&ge;", "≥"},    {"&ne;", "≠"},     {"&copy;", "©"}};
  for (const auto& known : names)
    if (known.name == entity) return std::string(known.text);
  if (entity.size() < 4 || entity[1] != '#') return std::string(entity);
  const bool hexadecimal = entity[2] == 'x' || entity[2] == 'X';
  const std::string_view digits = entity.substr(hexadecimal ? 3 : 2, entity.size() - (hexadecimal ? 4 : 3));
  std::uint32_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
  if (read.ec != std::errc() || number == 0 || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff)) return "\ufffd";
  std::string character;
  append_utf8(character, number);
  return escape_controls(character);  // &#27; is a control character, too
}

std::string decode(const MD_ATTRIBUTE& attribute) {
  std::string out;
  for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET from = attribute.substr_offsets[i], to = attribute.substr_offsets[i + 1];
    const std::string_view part(attribute.text + from, to - from);
    out += attribute.substr_types[i] == MD_TEXT_ENTITY ? decode_entity(part) : std::string(part);
  }
  std::erase(out, separator);
  return out;
}

// May a line end between these two go without a space? Yes between Chinese or Japanese characters, and beside their punctuation, which
// brings its own space; Korean has spaces.
bool joins_without_space(UChar32 before, UChar32 after) {
  auto is_wide = [](UChar32 c) {
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return (width == U_EA_WIDE || width == U_EA_FULLWIDTH) && !(c >= 0xac00 && c <= 0xd7a3);
  };
  auto is_quote = [](UChar32 c) { return c >= 0x80 && u_ispunct(c); };  // “ and … are of no script and no certain width
  if ((is_wide(before) && u_ispunct(before)) || (is_wide(after) && u_ispunct(after))) return true;
  return (is_wide(before) && (is_wide(after) || is_quote(after))) || (is_quote(before) && is_wide(after));
}

// Settles what could not be settled before the text of a block was complete.
Styled settle(const Styled& raw, bool program) {
  Styled out;
  for (std::size_t at = 0; at < raw.text.size(); ++at) {
    const char c = raw.text[at];
    if (c == separator) continue;
    if (c == '\t' && !program) {
      out.append(" ", raw.looks[at]);
    } else if (c != soft_break) {
      out.append(std::string_view(&c, 1), raw.looks[at]);
    } else if (!joins_without_space(code_point_before(raw.text, at), code_point_at(raw.text, at + 1))) {
      out.append(" ", raw.looks[at]);
    }
  }
  return out;
}

bool is_leaf(Block::Kind kind) {
  using enum Block::Kind;
  return kind == paragraph || kind == heading || kind == code || kind == cell;
}

class Builder {
 public:
  explicit Builder(bool marks) : marks_(marks) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) return;
    if (open_.size() >= deepest) {
      ++dissolved_;
      return;
    }
    Block block;
    using enum Block::Kind;
    switch (type) {
      case MD_BLOCK_QUOTE:
        block.kind = quote;
        break;
      case MD_BLOCK_UL:
        block.kind = bullets;
        block.tight = static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight;
        break;
      case MD_BLOCK_OL:
        block.kind = numbers;
        block.start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
        block.tight = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->is_tight;
        break;
      case MD_BLOCK_LI: {
        block.kind = item;
        const auto* task = static_cast<MD_BLOCK_LI_DETAIL*>(detail);
        if (task->is_task) block.mark = task->task_mark == ' ' ? "[ ] " : "[x] ";
        break;
      }
      case MD_BLOCK_HR:
        block.kind = rule;
        break;
      case MD_BLOCK_H:
        block.kind = heading;
        block.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
        block.kind = code;
        block.language = decode(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
        break;
      case MD_BLOCK_TABLE:
        block.kind = table;
        break;
      case MD_BLOCK_TR:
        block.kind = row;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: {
        block.kind = cell;
        const MD_ALIGN align = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align;
        block.align = align == MD_ALIGN_RIGHT ? Align::right : align == MD_ALIGN_CENTER ? Align::center : Align::left;
        break;
      }
      case MD_BLOCK_P:
      case MD_BLOCK_HTML:
        block.kind = paragraph;
        break;
      default:
        break;
    }
    open_.push_back(std::move(block));
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) return;
    if (dissolved_ > 0) {
      --dissolved_;
      add("\n", false);
      return;
    }
    Block done = std::move(open_.back());
    open_.pop_back();
    for (Block& child : done.children) child.text = settle(child.text, child.kind == Block::Kind::code);
    if (open_.empty()) {
      document = std::move(done);
    } else {
      open_.back().children.push_back(std::move(done));
    }
  }

  void enter(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_STRONG:
        mark("**", true);
        ++strong_;
        break;
      case MD_SPAN_EM:
        mark("*", true);
        ++emphasis_;
        break;
      case MD_SPAN_DEL:
        mark("~~", true);
        ++strike_;
        break;
      case MD_SPAN_CODE:
        code_start_ = leaf().text.size();
        ++code_;
        break;
      case MD_SPAN_A:
        links_.push_back(leaf().text.size());
        break;
      case MD_SPAN_IMG:
        links_.push_back(leaf().text.size());
        add("[", false);
        break;
      default:
        break;
    }
  }

  void leave(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_STRONG:
        --strong_;
        mark("**", false);
        break;
      case MD_SPAN_EM:
        --emphasis_;
        mark("*", false);
        break;
      case MD_SPAN_DEL:
        --strike_;
        mark("~~", false);
        break;
      case MD_SPAN_CODE:
        leave_code();
        break;
      case MD_SPAN_A:
        leave_link(decode(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
        break;
      case MD_SPAN_IMG:
        add("]", false);
        leave_link(decode(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
        break;
      default:
        break;
    }
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_BR:
        add("\n", true);
        break;
      case MD_TEXT_SOFTBR:
        add(std::string_view(&soft_break, 1), true);
        break;
      case MD_TEXT_ENTITY:
        add(decode_entity(text), true);
        break;
      case MD_TEXT_CODE:
        if (!open_.empty() && open_.back().kind == Block::Kind::cell) {
          add_cell_code(text);
        } else {
          add(text, true);
        }
        break;
      default:
        add(text, true);
    }
  }

  Block document;

 private:
  // The text of a tight list's item stands in the item itself; it gets a paragraph like any other.
  Styled& leaf() {
    Block& top = open_.back();
    if (is_leaf(top.kind)) return top.text;
    if (top.children.empty() || top.children.back().kind != Block::Kind::paragraph) {
      top.children.emplace_back();
      top.children.back().kind = Block::Kind::paragraph;
    }
    return top.children.back().text;
  }

  void add(std::string_view text, bool with_look) {
    Look how = look::none;
    if (with_look) {
      if (strong_) how |= look::bold;
      if (emphasis_) how |= look::emphasis;
      if (strike_) how |= look::strike;
      if (code_) how |= look::code;
      if (!links_.empty() && !code_) how |= look::link;
    }
    leaf().append(text, how);
  }

  void mark(std::string_view sign, bool opening) {
    if (marks_) leaf().append(sign, opening ? look::glue_next : look::glue_previous);
  }

  // Only now it is known whether one backtick is enough around the code.
  void leave_code() {
    --code_;
    if (!marks_) return;
    Styled& text = leaf();
    const Styled code = text.slice(code_start_, text.text.size());
    const bool has_backtick = code.text.find('`') != std::string::npos;
    text.text.resize(code_start_);
    text.looks.resize(code_start_);
    mark(has_backtick ? "`` " : "`", true);
    leaf().append(code);
    mark(has_backtick ? " ``" : "`", false);
  }

  void leave_link(const std::string& target) {
    const std::string shown = leaf().text.substr(links_.back());
    links_.pop_back();
    if (!target.empty() && target != shown && target != "mailto:" + shown) leaf().append(" (" + target + ")", look::faint);
  }

  // In a table, a | within code is written \| (GitHub's rule, which md4c leaves to its caller).
  void add_cell_code(std::string_view text) {
    for (std::size_t at; (at = text.find("\\|")) != std::string_view::npos; text.remove_prefix(at + 2)) {
      add(text.substr(0, at), true);
      add("|", true);
    }
    add(text, true);
  }

  const bool marks_;
  std::vector<Block> open_;
  std::size_t dissolved_ = 0;
  std::size_t code_start_ = 0;
  std::vector<std::size_t> links_;  // where the text of each open link began
  int strong_ = 0, emphasis_ = 0, strike_ = 0, code_ = 0;
};

Builder& builder(void* user) { return *static_cast<Builder*>(user); }

}  // namespace

Block parse_markdown(std::string_view markdown, bool marks) {
  std::string text;
  text.reserve(markdown.size());
  for (std::size_t at = 0; at < markdown.size(); ++at)
    if (markdown[at] != '\r' || at + 1 == markdown.size() || markdown[at + 1] != '\n') text += markdown[at];
  text = separate_emphasis(escape_controls(text));

  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTML | MD_FLAG_COLLAPSEWHITESPACE;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) { return builder(user).enter(type, detail), 0; };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return builder(user).leave(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return builder(user).enter(type), 0; };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* user) { return builder(user).leave(type, detail), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* at, MD_SIZE size, void* user) { return builder(user).text(type, {at, size}), 0; };
  Builder building(marks);
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &building);
  return std::move(building.document);
}

}  // namespace viva
