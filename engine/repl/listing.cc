#include "repl/listing.h"

#include <algorithm>
#include <map>
#include <set>

#include "bank/localized.h"
#include "bank/pick.h"
#include "repl/commands.h"
#include "repl/feedback.h"
#include "repl/markdown.h"
#include "repl/question_table.h"
#include "text/width.h"

namespace viva {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string word(Desk& desk, const Phrase& phrase) { return std::string(in(phrase, desk.language())); }

void show(Desk& desk, const Rows& rows, const std::vector<Align>& aligns) {
  desk.screen.rendered(table(rows, aligns, desk.screen.style()));
}

void list_areas(Desk& desk) {
  std::map<std::string, int> count;
  for (const QuestionEntry& entry : desk.bank().all()) ++count[entry.area];
  Rows rows = {{word(desk, wording::area), word(desk, wording::questions), word(desk, wording::name)}};
  for (const auto& [slug, name] : desk.bank().areas()) rows.push_back({slug, std::to_string(count[slug]), name_in(name, desk.language())});
  show(desk, rows, {Align::left, Align::right});
  desk.screen.gap();
  desk.screen.note(wording::list_hint);
}

void list_topics(Desk& desk) {
  std::map<std::string, int> count;
  for (const QuestionEntry& entry : desk.bank().all())
    for (const std::string& topic : entry.topics) ++count[topic];
  Rows rows = {{word(desk, wording::topic), word(desk, wording::questions), word(desk, wording::name)}};
  for (const auto& [slug, number] : count) {
    auto name = desk.bank().topics().find(slug);
    rows.push_back({slug, std::to_string(number), name == desk.bank().topics().end() ? slug : name_in(name->second, desk.language())});
  }
  show(desk, rows, {Align::left, Align::right});
}

std::string origin_text(const Declaration& declaration) { return declaration.origin == "shipped" ? "viva" : declaration.origin; }

void list_declared(Desk& desk, const char* kind) {
  Rows rows = {{word(desk, wording::name), word(desk, wording::from), word(desk, wording::about)}};
  for (const Declaration* declaration : desk.host().all(kind))
    rows.push_back({declaration->name, origin_text(*declaration), localized(declaration->description, desk.language())});
  show(desk, rows, {});
}

std::string option_help(const Json& option, const std::string& language) {
  std::string text = localized(option.value("help", Json("")), language);
  const Json& standard = option["default"];
  const std::string shown = standard.is_string()   ? standard.get<std::string>()
                            : standard.is_number() ? number_text(standard)
                                                   : standard.dump();
  std::string allowed;
  for (const Json& value : option.value("allowed", Json::array())) {
    const std::string one = value.is_string() ? value.get<std::string>() : value.dump();
    if (!one.empty()) allowed += (allowed.empty() ? "" : ", ") + one;
  }
  std::string extra = allowed.empty() ? "" : say(wording::one_of, language, allowed);
  if (!shown.empty()) extra += (extra.empty() ? "" : "; ") + say(wording::option_default, language, shown);
  if (!extra.empty()) text += language == "zh" ? "（" + extra + "）" : " (" + extra + ")";
  return text;
}

void list_rounds(Desk& desk) {
  for (const Declaration* round : desk.host().all("round")) {
    const std::string from = round->origin == "shipped" ? "" : " (" + round->origin + ")";
    desk.screen.markdown("**" + round->name + "**" + from + "  " + localized(round->description, desk.language()));
    Rows rows;
    for (const auto& [name, option] : round->options.items()) rows.push_back({"  " + name, option_help(option, desk.language())});
    if (!rows.empty()) {
      rows.insert(rows.begin(), {"  " + std::string(desk.language() == "zh" ? "选项" : "option"), word(desk, wording::about)});
      show(desk, rows, {});
    }
    desk.screen.gap();
  }
  desk.screen.note(wording::rounds_hint);
}

// Puts the word where it fits: what questions have has a place of its own, any other is looked for in their texts.
void add_filter(const Bank& bank, const std::string& filter, PickRequest& request) {
  auto any = [&](auto test) { return std::any_of(bank.all().begin(), bank.all().end(), test); };
  if (bank.areas().count(filter)) {
    request.areas.push_back(filter);
  } else if (filter == "junior" || filter == "mid" || filter == "senior") {
    request.levels.push_back(filter);
  } else if (any([&](const QuestionEntry& entry) { return entry.type == filter; })) {
    request.types.push_back(filter);
  } else if (any([&](const QuestionEntry& entry) {
               return std::find(entry.topics.begin(), entry.topics.end(), filter) != entry.topics.end();
             })) {
    request.topics.push_back(filter);
  } else if (bank.find(filter)) {
    request.ids.push_back(filter);
  } else {
    request.words.push_back(filter);
  }
}

void list_questions(Desk& desk, const std::vector<std::string>& filters) {
  PickRequest request;
  for (const std::string& filter : filters) add_filter(desk.bank(), filter, request);
  Result<std::vector<const QuestionEntry*>> found = matching(desk.bank(), request);
  if (!found) return desk.screen.error(found.error());
  if (found->empty()) {
    std::vector<std::string> names = desk.host().names("question_type");
    names.insert(names.end(), {"areas", "topics", "types", "rounds", "rules", "junior", "mid", "senior"});
    if (const auto unsaid = unsaid_word(desk.bank(), request.words, names, desk.language())) return desk.screen.error(*unsaid);
    return desk.screen.note(wording::none_listed);
  }
  desk.screen.rendered(question_table(*found, desk.language(), desk.screen.style()));
}

}  // namespace

void list(Desk& desk, const std::string& argument) {
  const std::vector<std::string> words = words_of(argument);
  if (words.empty() || words == std::vector<std::string>{"areas"}) return list_areas(desk);
  if (words.size() == 1) {
    if (words[0] == "topics") return list_topics(desk);
    if (words[0] == "types") return list_declared(desk, "question_type");
    if (words[0] == "rules") return list_declared(desk, "scoring_rule");
    if (words[0] == "rounds") return list_rounds(desk);
  }
  list_questions(desk, words);
}

void list_sessions(Desk& desk, const std::string&) {
  if (!desk.store) return desk.screen.error(say(wording::no_history, desk.language(), desk.store_problem));
  Rows rows = {{word(desk, wording::number), word(desk, wording::round), word(desk, wording::began), word(desk, wording::answered),
                word(desk, wording::result)}};
  for (const SessionFacts& facts : desk.store->sessions()) {
    const double most = facts.ending.is_object() ? facts.ending.value("max", 0.0) : 0;
    std::string result = word(desk, wording::open);
    if (facts.finished) result = most > 0 ? percent_text(facts.ending.value("points", 0.0) / most) : "–";
    rows.push_back({std::to_string(facts.id), facts.round, facts.began, std::to_string(facts.answered), result});
  }
  if (rows.size() == 1) return desk.screen.note(wording::no_sessions);
  if (table_width(rows) <= desk.screen.style().columns)
    return show(desk, rows, {Align::right, Align::left, Align::left, Align::right, Align::left});
  std::string out;  // in a cell that is wrapped, a date would break in its middle
  for (std::size_t i = 1; i < rows.size(); ++i)
    out += fmt::format("{}  {}  {}\n  {}  {} {}\n", rows[i][0], escape_controls(rows[i][1]), rows[i][4], rows[i][2], rows[0][3], rows[i][3]);
  desk.screen.rendered(out);
}

void show_stats(Desk& desk, const std::string&) {
  if (!desk.store) return desk.screen.error(say(wording::no_history, desk.language(), desk.store_problem));
  struct Sum {
    int attempts = 0, questions = 0;
    double credit = 0;
  };
  std::map<std::string, Sum> sums;
  Sum all;
  for (const auto& [id, history] : desk.store->history()) {
    const QuestionEntry* entry = desk.bank().find(id);
    for (Sum* sum : {&sums[entry ? entry->area : id.substr(0, id.find('.'))], &all}) {
      sum->attempts += history.attempts;
      sum->credit += history.last_credit;
      ++sum->questions;
    }
  }
  if (all.questions == 0) return desk.screen.note(wording::no_stats);
  Rows rows = {{word(desk, wording::area), word(desk, wording::attempts), word(desk, wording::seen), word(desk, wording::mean_credit)}};
  auto add = [&](const std::string& name, const Sum& sum, const std::string& seen) {
    rows.push_back({name, std::to_string(sum.attempts), seen, percent_text(sum.credit / sum.questions)});
  };
  for (const auto& [area, sum] : sums) {
    auto name = desk.bank().areas().find(area);
    add(name == desk.bank().areas().end() ? area : name_in(name->second, desk.language()), sum, std::to_string(sum.questions));
  }
  add(word(desk, wording::all_areas), all, std::to_string(all.questions) + "/" + std::to_string(desk.bank().all().size()));
  show(desk, rows, {Align::left, Align::right, Align::right, Align::right});
  desk.screen.gap();
  desk.screen.note(wording::stats_note);
}

}  // namespace viva
