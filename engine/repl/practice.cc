#include "repl/practice.h"

#include <algorithm>
#include <charconv>

#include "bank/localized.h"
#include "repl/asking.h"
#include "repl/commands.h"
#include "repl/feedback.h"
#include "repl/listing.h"
#include "repl/markdown.h"

namespace viva {
namespace {

// The candidate of a round is whoever sits at the prompt.
class PromptExaminer : public Examiner {
 public:
  explicit PromptExaminer(Desk& desk) : desk_(desk) {}

  AskOutcome ask(const AskRequest& request) override {
    outcome_ = ask_at(desk_, request, true);
    return outcome_;
  }
  void graded(const QuestionSheet& sheet, const Graded& grade) override {
    const bool timed_out = outcome_.kind == AskOutcome::Kind::timed_out;
    show_feedback(desk_.screen, sheet, grade, outcome_.answer, timed_out);
  }
  void say(const Json& text) override {
    desk_.screen.gap();
    desk_.screen.markdown(localized(text, desk_.language()));
  }
  void printed(const std::string& text) override { desk_.screen.verbatim(text); }
  void warn(const std::string& text) override { desk_.screen.error(text); }
  bool diverged(std::size_t number, const std::string& logged, const std::string& now) override {
    desk_.screen.verbatim(viva::say(wording::diverged, desk_.language(), number, logged, now));
    for (;;) {
      const ReadResult answer = desk_.reader->read("(y/n) ", {false, false, 0});
      if (answer.kind != ReadResult::Kind::line && answer.kind != ReadResult::Kind::interrupted) return false;
      if (answer.text == "y" || answer.text == "n") return answer.text == "y";
    }
  }

 private:
  Desk& desk_;
  AskOutcome outcome_;
};

std::string ratio_text(const Json& ending) {
  const double points = ending.value("points", 0.0), most = ending.value("max", 0.0);
  return most > 0 ? percent_text(points / most) : "";
}

void show_ending(Desk& desk, const SessionEnd& end) {
  Screen& screen = desk.screen;
  const std::string& language = desk.language();
  screen.gap();
  if (end.records.empty()) return screen.note(wording::round_over_empty);
  std::string line = "**" + say(wording::round_over, language, end.records.size(), number_text(end.ending.value("points", 0.0)),
                                number_text(end.ending.value("max", 0.0)));
  if (const std::string ratio = ratio_text(end.ending); !ratio.empty()) line += language == "zh" ? "（" + ratio + "）" : " (" + ratio + ")";
  if (end.ending.contains("passed"))
    line += (language == "zh" ? "，" : ", ") + std::string(in(end.ending["passed"] ? wording::passed : wording::not_passed, language));
  screen.markdown(line + (language == "zh" ? "。**" : ".**"));
  for (const char* key : {"note", "why"})
    if (end.ending.contains(key)) screen.markdown(localized(end.ending[key], language));
  std::vector<std::vector<std::string>> rows = {{"", std::string(in(wording::question, language)),
                                                 std::string(in(wording::verdict, language)), std::string(in(wording::credit, language))}};
  for (const Json& record : end.records)
    rows.push_back({std::to_string(rows.size()), record.value("question", ""), verdict_text(record.value("verdict", ""), language),
                    record["credit"].is_number() ? percent_text(record["credit"]) : "–"});
  screen.rendered("\n" + table(rows, {Align::right, Align::left, Align::left, Align::right}, screen.style()));
  if (const int ungraded = end.ending.value("ungraded", 0); ungraded > 0) screen.note(wording::ungraded_count, ungraded);
  screen.gap();
  screen.note(wording::review_shows);
}

SessionContext context_of(Desk& desk) {
  return {*desk.store, desk.host(), desk.bank(), desk.data_folder, own_candidate, desk.material.judge};
}

// The most questions the round asks, where it has an option of that name.
int questions_asked_for(const Declaration* round, const Json& options) {
  if (!round) return 0;
  Json most = options.value("questions", round->options.value("questions", Json::object()).value("default", Json()));
  return most.is_number() ? std::max(0, static_cast<int>(most.get<double>())) : 0;
}

// A session in which nothing was asked yet, because an option names nothing that there is, say, is not worth going on with.
void tell_failed(Desk& desk, const Session& session) {
  const std::vector<Event> events = desk.store->events(session.id());
  const bool asked = std::any_of(events.begin(), events.end(), [](const Event& event) { return event.name == "ask"; });
  if (asked || desk.store->draft(session.id())) return desk.screen.note(wording::session_failed, session.id());
  if (Status removed = desk.store->remove_session(session.id()); !removed) return desk.screen.error(removed.error());
  desk.screen.note(wording::session_never_began);
}

void run_session(Desk& desk, Session& session, const Json& options) {
  if (const std::vector<std::string>& degraded = desk.host().degraded(); !degraded.empty())
    desk.screen.note(wording::degraded, fmt::format("{}", fmt::join(degraded, ", ")));
  PromptExaminer examiner(desk);
  std::vector<Material> before;  // a session holds on to what it began with
  desk.session = &session;
  desk.questions_in_round = questions_asked_for(desk.host().find("round", session.round()), options);
  desk.reviews.clear();
  for (;;) {
    Result<SessionEnd> end = session.run(examiner);
    if (!end) {
      desk.screen.error(end.error());
      tell_failed(desk, session);
      break;
    }
    if (end->kind == SessionEnd::Kind::reload) {
      before.push_back(desk.material);
      if (!reload_material(desk)) continue;
      session.use_scripts(desk.host());
      continue;
    }
    if (end->kind == SessionEnd::Kind::left)
      desk.screen.note(wording::session_left, session.id());
    else
      show_ending(desk, *end);
    break;
  }
  desk.session = nullptr;
  desk.questions_in_round = 0;
}

bool has_store(Desk& desk) {
  if (desk.store) return true;
  desk.screen.error(say(wording::no_history, desk.language(), desk.store_problem));
  return false;
}

// Grades until the answer can be read; nothing where the question was left.
std::optional<Graded> ask_until_graded(Desk& desk, const QuestionSheet& sheet, AskRequest request, AskOutcome& outcome) {
  for (;;) {
    outcome = ask_at(desk, request, false);
    if (outcome.kind == AskOutcome::Kind::leave || outcome.kind == AskOutcome::Kind::reload) return std::nullopt;
    Answer answer;
    answer.candidate = own_candidate;
    answer.question = sheet.id();
    answer.answer = outcome.answer;
    answer.seconds = outcome.seconds;
    answer.hints = outcome.hints;
    Grading grading;
    grading.language = desk.language();
    grading.judge = desk.material.judge;
    Result<Graded> graded = Grader(desk.host(), desk.questions()).grade(answer, grading);
    for (Domain* domain : desk.host().domains()) desk.screen.verbatim(domain->take_printed());
    if (!graded) {
      desk.screen.error(graded.error());
      return std::nullopt;
    }
    if (graded->record.value("verdict", "") != "invalid") return std::move(*graded);
    request.again(outcome, graded->record.value("problem", ""));
  }
}

// Each line behind "> ".
std::string quoted(const std::string& text) {
  std::string out = "> ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "> ";
  }
  return out;
}

void offer_follow_up(Desk& desk, const QuestionSheet& sheet, const Graded& graded) {
  desk.asked.push_back(sheet.id());
  desk.follow_up = follow_up_of(sheet.content(), graded.record, desk.asked);
  if (desk.follow_up.empty()) return;
  desk.screen.gap();
  desk.screen.note(wording::follow_up_next);
}

void unknown_question(Desk& desk, const std::string& id) {
  std::vector<std::string> ids;
  for (const QuestionEntry& entry : desk.bank().all()) ids.push_back(entry.id);
  desk.screen.error(say(wording::unknown_question, desk.language(), id, desk.meant(id, ids)));
}

// Tells of the first option that the round does not have.
bool knows_options(Desk& desk, const Declaration& round, const std::vector<std::string>& given) {
  std::vector<std::string> names;
  for (const auto& [name, option] : round.options.items()) names.push_back(name);
  for (const std::string& word : given) {
    const std::string name = word.substr(0, word.find('='));
    if (round.options.contains(name)) continue;
    desk.screen.error(say(wording::unknown_option, desk.language(), round.name, name, desk.meant(name, names)));
    return false;
  }
  return true;
}

// The answers of a session so far, from its log.
std::vector<Reviewed> answers_of(Store& store, std::int64_t session) {
  std::vector<Reviewed> reviews;
  for (const Event& event : store.events(session)) {
    if (event.name != "ask") continue;
    Graded grade;
    grade.record = event.result["record"];
    grade.has_credit = event.result.contains("exact");
    if (grade.has_credit) {
      auto fraction = [](const Json& pair) { return Fraction{pair.at(0).get<std::int64_t>(), pair.at(1).get<std::int64_t>()}; };
      grade.credit = as_fraction(event.result["result"]["credit"].get<double>());  // the record's is rounded
      grade.points = fraction(event.result["exact"]["points"]);
      grade.most = fraction(event.result["exact"]["max"]);
    }
    reviews.push_back({event.request["id"], std::move(grade), event.result["answer"], event.result["result"].value("timed_out", false)});
  }
  return reviews;
}

}  // namespace

std::vector<Reviewed> last_answers(Desk& desk) {
  if (desk.session) return answers_of(*desk.store, desk.session->id());
  if (!desk.reviews.empty() || !desk.store) return desk.reviews;
  for (const SessionFacts& facts : desk.store->sessions())
    if (facts.answered > 0) return answers_of(*desk.store, facts.id);
  return {};
}

bool reload_material(Desk& desk) {
  Result<Material> again = desk.load_material();
  if (!again) {
    desk.screen.error(again.error());
    desk.screen.note(wording::not_reloaded);
    return false;
  }
  for (const Error& fault : again->faults) desk.screen.error(fault);
  for (const Error& problem : again->host->problems()) desk.screen.error(problem);
  if (!again->host->problems().empty()) {  // without the script at fault, the round that is open could not go on
    desk.screen.note(wording::not_reloaded);
    return false;
  }
  const std::vector<Domain*> domains = desk.host().domains();
  const bool registered = std::any_of(domains.begin(), domains.end(), [](const Domain* domain) {
    return domain->name() == "prompt" && std::any_of(domain->declared().begin(), domain->declared().end(),
                                                     [](const Json& entry) { return entry.value("origin", "") == "prompt"; });
  });
  const bool forgets = std::exchange(desk.defined, false) || registered;
  desk.names.clear();
  desk.material = std::move(*again);
  desk.screen.note(wording::reloaded, desk.bank().all().size(), desk.host().all("question_type").size(),
                   desk.host().all("scoring_rule").size(), desk.host().all("round").size());
  if (forgets) desk.screen.note(wording::lua_lost);
  return true;
}

void ask_single(Desk& desk, const std::string& argument) {
  const std::string id = argument.empty() ? desk.follow_up : argument;
  if (id.empty()) return desk.screen.error(say(wording::no_follow_up, desk.language()));
  Draft draft;
  for (;;) {
    if (desk.questions().definition(id).value("type", "").empty()) return unknown_question(desk, id);
    Result<QuestionSheet> sheet = QuestionSheet::open(desk.host(), desk.questions(), id);
    if (!sheet) return desk.screen.error(sheet.error());
    AskRequest request;
    request.sheet = &*sheet;
    request.draft = draft;
    request.save_draft = [&draft](const Draft& typed) { draft = typed; };
    AskOutcome outcome;
    const std::optional<Graded> graded = ask_until_graded(desk, *sheet, request, outcome);
    if (!graded && outcome.kind == AskOutcome::Kind::reload) {
      reload_material(desk);
      continue;
    }
    if (!graded) return desk.screen.note(wording::left_question);
    if (desk.store)
      if (Status added = desk.store->add_attempt(sheet->id(), graded->record, 0); !added) desk.screen.error(added.error());
    desk.reviews = {{sheet->id(), *graded, outcome.answer, false}};
    show_feedback(desk.screen, *sheet, *graded, outcome.answer, false);
    return offer_follow_up(desk, *sheet, *graded);
  }
}

void start_round(Desk& desk, const std::string& argument) {
  std::vector<std::string> words = words_of(argument);
  if (words.empty()) return list(desk, "rounds");
  const Declaration* round = desk.host().find("round", words.front());
  if (!round)
    return desk.screen.error(
        say(wording::unknown_round, desk.language(), words.front(), desk.meant(words.front(), desk.host().names("round"))));
  std::string seed;
  std::vector<std::string> given;
  for (auto word = words.begin() + 1; word != words.end(); ++word) {
    const bool is_seed = word->rfind("seed=", 0) == 0 && !round->options.contains("seed");
    if (is_seed)
      seed = word->substr(5);
    else
      given.push_back(*word);
  }
  if (!knows_options(desk, *round, given)) return;
  Result<Json> options = check_options(*round, given);
  if (!options) return desk.screen.error(options.error());
  if (!has_store(desk)) return;
  Result<std::unique_ptr<Session>> session = Session::begin(context_of(desk), round->name, *options, desk.language(), seed);
  if (!session) return desk.screen.error(session.error());
  desk.screen.note(wording::session_begins, (*session)->round(), (*session)->id(), (*session)->seed());
  run_session(desk, **session, *options);
}

void resume_round(Desk& desk, const std::string& argument) {
  if (!has_store(desk)) return;
  std::int64_t id = 0;
  Json options;
  for (const SessionFacts& facts : desk.store->sessions()) {
    if (argument.empty() ? facts.finished : std::to_string(facts.id) != argument) continue;
    id = facts.id;
    options = facts.options;
    break;
  }
  if (id == 0 && argument.empty()) return desk.screen.note(wording::no_unfinished);
  if (id == 0) return desk.screen.error(say(wording::session_number, desk.language(), argument));
  Result<std::unique_ptr<Session>> session = Session::resume(context_of(desk), id);
  if (!session) return desk.screen.error(session.error());
  (*session)->set_language(desk.language());
  desk.screen.note(wording::session_resumes, (*session)->id(), (*session)->round(), (*session)->answered());
  run_session(desk, **session, options);
}

void review(Desk& desk, const std::string& argument) {
  std::vector<Reviewed> reviews;
  if (argument.empty()) {
    reviews = last_answers(desk);
  } else if (has_store(desk)) {
    const std::vector<SessionFacts> sessions = desk.store->sessions();
    auto chosen =
        std::find_if(sessions.begin(), sessions.end(), [&](const SessionFacts& facts) { return std::to_string(facts.id) == argument; });
    if (chosen == sessions.end()) return desk.screen.error(say(wording::session_number, desk.language(), argument));
    reviews = answers_of(*desk.store, chosen->id);
  } else {
    return;
  }
  if (reviews.empty()) return desk.screen.note(wording::nothing_to_review);
  int number = 0;
  for (const Reviewed& reviewed : reviews) {
    Result<QuestionSheet> sheet = QuestionSheet::open(desk.host(), desk.questions(), reviewed.id);
    if (!sheet) {
      desk.screen.error(sheet.error());
      continue;
    }
    desk.screen.gap();
    desk.screen.faint(say(wording::question_number, desk.language(), ++number) + " · " + reviewed.id);
    desk.screen.gap();
    if (Result<Presented> presented = sheet->present(desk.language())) desk.screen.markdown(presented->markdown);
    if (reviewed.answer.is_string()) desk.screen.verbatim(quoted(reviewed.answer.get<std::string>()));
    show_feedback(desk.screen, *sheet, reviewed.grade, reviewed.answer, reviewed.timed_out);
  }
}

}  // namespace viva
