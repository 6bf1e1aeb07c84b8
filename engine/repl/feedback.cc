#include "repl/feedback.h"

#include <algorithm>

#include "repl/markdown.h"
#include "text/width.h"

namespace viva {
namespace {

// Markdown behind a prefix, the lines below it indented as far.
std::string hanging(const std::string& prefix, const std::string& markdown, const TerminalStyle& style) {
  const int indent = columns(prefix);
  TerminalStyle narrower = style;
  narrower.columns = std::max(10, std::min(style.columns, 100) - indent);
  const std::string body = render_markdown(markdown, narrower);
  std::string out = prefix;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = body.find('\n', at);
    if (at > 0 && end > at) out += std::string(static_cast<std::size_t>(indent), ' ');
    out += body.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return body.empty() ? out + "\n" : out;
}

// Free text is looked through for points, and a point that was not found may be there in other words; elsewhere a part is right or wrong.
bool is_free_text(const QuestionSheet& sheet) {
  return sheet.content().contains("points") || sheet.content().contains("reason") || sheet.content().contains("models");
}

struct PartLook {
  const char* mark;
  const Phrase* word;
};

PartLook look_of(const Json& part) {
  const std::string kind = part.value("kind", "point");
  const double credit = part.value("credit", 0.0);
  if (kind == "misconception") return {"!", &wording::misconception};
  if (kind == "remark") return {"!", &wording::remark};
  if (kind == "similarity") return {"≈", &wording::similarity};
  if (kind == "stance") {
    const std::string stance = part.value("stance", "none");
    if (stance == "right") return {"✓", &wording::stance_right};
    if (stance == "wrong") return {"✗", &wording::stance_wrong};
    return {"–", &wording::stance_none};
  }
  if (credit >= 1) return {"✓", &wording::found};
  if (credit > 0) return {"~", &wording::partly};
  return {"–", &wording::not_found};
}

// A part of a part, as rubric.lua makes them: no weight of its own, and its id goes on from that of the one before.
bool is_below(const Json& part, const Json& above) {
  return part.value("weight", 1.0) == 0 && !above.is_null() && part.value("id", "").rfind(above.value("id", "") + ".", 0) == 0;
}

// Ids are names for records, and notes say the same in words. An id of one letter is what the candidate saw before an option and may have typed.
bool is_shown(const std::string& id, const std::string& note) { return note.empty() || (id.size() == 1 && id[0] >= 'a' && id[0] <= 'z'); }

std::string part_text(const Json& part, bool free_text, bool below, const Screen& screen) {
  const PartLook look = look_of(part);
  const std::string note = part.value("note", ""), kind = part.value("kind", "point");
  std::string prefix = below ? "      " : "  ";
  std::string text;
  if (free_text) {
    const std::string_view colon = screen.language() == "zh" ? "：" : ": ";
    prefix += std::string(look.mark) + " ";
    text = std::string(in(*look.word, screen.language()));
    if (kind == "misconception" && part.value("credit", 0.0) < 0)
      text += say(wording::penalty, screen.language(), percent_text(-part.value("credit", 0.0)));
    if (!note.empty()) text += std::string(colon) + note;
  } else {
    // What was wrong has ✗ and what would have been right →, each with its reason.
    const double credit = part.value("credit", 0.0);
    prefix += kind == "misconception" ? "✗ " : credit >= 1 ? "✓ " : credit > 0 ? "~ " : "→ ";
    const std::string id = part.value("id", "");
    if (is_shown(id, note)) prefix += escape_controls(id) + "  ";
    text = note;
  }
  return hanging(prefix, text, screen.style());
}

void show_parts(Screen& screen, const Json& parts, bool free_text) {
  std::string out;
  Json above;
  for (const Json& part : parts) {
    const bool below = is_below(part, above);
    // Of "two of five", nobody needs to read which three were not named.
    if (below && above.value("credit", 0.0) >= 1 && part.value("credit", 0.0) <= 0) continue;
    if (!below) above = part;
    out += part_text(part, free_text, below, screen);
  }
  if (!out.empty()) screen.rendered("\n" + out);
}

void show_own_words(Screen& screen, const Json& parts, const Json& answer) {
  if (!answer.is_string()) return;
  std::vector<TextSpan> spans;
  for (const Json& part : parts)
    for (const Json& span : part.value("spans", Json::array()))
      spans.push_back({span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()});
  if (spans.empty()) return;
  screen.gap();
  screen.faint(in(wording::own_words, screen.language()));
  TerminalStyle narrower = screen.style();
  narrower.columns = std::max(10, narrower.columns - 2);
  const std::string marked = mark_spans(answer.get<std::string>(), spans, narrower);
  std::string out;
  for (std::size_t at = 0; at < marked.size();) {
    const std::size_t end = marked.find('\n', at);
    out += "  " + marked.substr(at, end - at) + "\n";
    at = end + 1;
  }
  screen.rendered(out);
}

// What a model said beside the grade: its credit, and the points that it alone found.
void show_judged(Screen& screen, const Json& judged, const Json& parts) {
  screen.gap();
  if (judged.contains("problem")) return screen.note(wording::judge_silent, judged.value("by", ""), judged.value("problem", ""));
  screen.note(wording::judged, judged.value("by", ""), percent_text(judged.value("own", 0.0)), percent_text(judged.value("offline", 0.0)));
  for (const Json& point : judged.value("points", Json::array())) {
    if (!point.value("found", false)) continue;
    for (const Json& part : parts)
      if (part.value("id", "") == point.value("id", "") && part.value("credit", 0.0) < 1 && part.value("kind", "point") == "point")
        screen.note(wording::judged_found, part.value("note", ""), point.value("quote", ""));
  }
}

// Whoever gave no answer sees one; to the others the parts tell what would have been right.
void show_key(Screen& screen, const QuestionSheet& sheet) {
  const Result<std::string> key = sheet.key();
  if (!key) return screen.error(key.error());
  if (key->empty()) return;
  screen.gap();
  screen.markdown("**" + std::string(in(wording::key_title, screen.language())) + "**");
  screen.verbatim(*key);
}

std::string points_text(const Graded& grade, const std::string& language) {
  const double most = to_double(grade.most);
  const std::string points = number_text(to_double(grade.points));
  return most == 1 ? say(wording::point_of, language, points) : say(wording::points_of, language, points, number_text(most));
}

// Free text without credit is not called wrong: what was looked for may be there in words that nobody thought of.
bool only_misses(const Json& parts) {
  return std::all_of(parts.begin(), parts.end(), [](const Json& part) {
    const std::string kind = part.value("kind", "point");
    return kind == "point" || kind == "similarity";
  });
}

std::string headline(const Graded& grade, bool free_text, bool timed_out, const std::string& language) {
  const std::string verdict = grade.record.value("verdict", "");
  const bool nothing = verdict == "incorrect" && free_text && only_misses(grade.record["parts"]);
  std::string text = "**" + (nothing ? std::string(in(wording::nothing_found, language)) : verdict_text(verdict, language)) + "**";
  if (timed_out) text = "**" + std::string(in(wording::timed_out, language)) + "** · " + text;
  if (!grade.has_credit || (verdict == "skipped" && to_double(grade.points) == 0)) return text;
  text += " · " + percent_text(to_double(grade.credit));
  const bool plain = to_double(grade.most) == 1 && to_double(grade.points) == to_double(grade.credit);  // the points say nothing new
  return plain ? text : text + " · " + points_text(grade, language);
}

}  // namespace

std::string verdict_text(const std::string& verdict, const std::string& language) {
  using namespace wording;
  const std::pair<const char*, const Phrase*> names[] = {{"correct", &correct}, {"partial", &partial},    {"incorrect", &incorrect},
                                                         {"skipped", &skipped}, {"invalid", &unreadable}, {"ungraded", &ungraded}};
  for (auto [name, phrase] : names)
    if (verdict == name) return std::string(in(*phrase, language));
  return verdict;
}

void show_feedback(Screen& screen, const QuestionSheet& sheet, const Graded& grade, const Json& answer, bool timed_out) {
  const Json& record = grade.record;
  const std::string verdict = record.value("verdict", "");
  const bool free_text = is_free_text(sheet);
  screen.gap();
  screen.markdown(headline(grade, free_text, timed_out, screen.language()));
  if (verdict == "ungraded") {
    screen.note(wording::ungraded_engine, record.value("problem", ""));
    if (!grade.traceback.empty()) {
      screen.set_traceback(grade.traceback);
      screen.note(wording::trace_shows);
    }
  } else if (record.contains("problem")) {
    screen.plain(record.value("problem", ""));
  }
  const Json parts = record.value("parts", Json::array());
  show_parts(screen, parts, free_text);
  show_own_words(screen, parts, answer);
  for (const Json& remark : record.value("remarks", Json::array())) screen.plain(remark.get<std::string>());
  if (record.contains("judged")) show_judged(screen, record["judged"], parts);
  if (verdict == "skipped") show_key(screen, sheet);
  if (record.value("review", false)) {
    screen.gap();
    screen.note(wording::review);
  }
  if (const std::string explanation = sheet.explanation(screen.language()); !explanation.empty()) {
    screen.gap();
    screen.markdown(explanation);
  }
  if (const std::vector<std::string> references = sheet.references(); !references.empty()) {
    screen.gap();
    screen.faint(in(wording::references, screen.language()));
    for (const std::string& reference : references) screen.verbatim("  " + reference);
  }
}

}  // namespace viva
