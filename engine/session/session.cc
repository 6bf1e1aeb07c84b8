#include "session/session.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <random>

#include "bank/pick.h"
#include "base/hash.h"

namespace viva {
namespace {

constexpr std::size_t most_events = 20000;

using Rational = boost::multiprecision::cpp_rational;

Rational rational_from(const Json& pair) { return Rational(pair.at(0).get<std::int64_t>(), pair.at(1).get<std::int64_t>()); }

// Points as records write them: at most six decimals.
double decimal(const Rational& value) { return std::round(static_cast<double>(value) * 1e6) / 1e6; }

std::uint64_t number_from(const std::string& text) { return std::stoull(short_hash(text), nullptr, 16); }

std::vector<KeptText> sources_of(ScriptHost& host) {
  std::vector<KeptText> texts;
  for (Domain* domain : host.domains())
    if (domain->name() != "prompt")
      for (const ScriptFile& file : domain->files()) texts.push_back({"script", file.file, domain->name(), file.library, file.text});
  return texts;
}

bool same_text(const KeptText& a, const KeptText& b) {
  return a.name == b.name && a.origin == b.origin && a.text == b.text && a.library == b.library;
}

}  // namespace

// Set when the script is to go no further.
struct Session::Stop {
  enum class Why { finished, left, undo, reload, failed } why;
  Json reason;
  Error error;
};

void AskRequest::again(const AskOutcome& outcome, const std::string& why) {
  if (outcome.answer.is_string()) refused = outcome.answer;
  problem = why;
  draft = {{}, outcome.hints, outcome.seconds};
}

Session::Session(SessionContext context, SessionFacts facts, SessionLock lock)
    : context_(std::move(context)), facts_(std::move(facts)), lock_(std::move(lock)), host_(&context_.host) {
  questions_ = std::make_unique<QuestionStore>(context_.bank, *host_);
}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::begin(SessionContext context, const std::string& round, const Json& options,
                                                const std::string& language, const std::string& seed) {
  Result<const Declaration*> declared = context.host.get("round", round);
  if (!declared) return declared.error();
  SessionFacts facts;
  facts.round = round;
  facts.options = options;
  facts.language = language;
  facts.seed = seed;
  if (seed.empty()) {
    std::random_device chance;
    facts.seed = std::to_string(chance() % 1000000);
  }
  Result<std::int64_t> id = context.store.add_session(facts);
  if (!id) return id.error();
  facts.id = *id;
  Result<SessionLock> lock = SessionLock::take(context.data_folder, facts.id);
  if (!lock) return lock.error();
  std::unique_ptr<Session> session(new Session(std::move(context), std::move(facts), std::move(*lock)));
  if (Status kept = session->keep_sources(); !kept) return kept.error();
  return session;
}

Result<std::unique_ptr<Session>> Session::resume(SessionContext context, std::int64_t id) {
  Result<SessionFacts> facts = context.store.session(id);
  if (!facts) return facts.error();
  if (facts->finished) return error("session " + std::to_string(id) + " is finished");
  Result<SessionLock> lock = SessionLock::take(context.data_folder, id);
  if (!lock) return lock.error();
  std::unique_ptr<Session> session(new Session(std::move(context), std::move(*facts), std::move(*lock)));
  session->events_ = session->context_.store.events(id);
  std::vector<KeptText> scripts, questions;
  for (KeptText& text : session->context_.store.kept(id)) (text.kind == "script" ? scripts : questions).push_back(std::move(text));
  std::vector<KeptText> present = sources_of(*session->host_);
  bool same = std::all_of(scripts.begin(), scripts.end(), [&](const KeptText& kept) {
    return std::any_of(present.begin(), present.end(), [&](const KeptText& now) { return same_text(kept, now); });
  });
  same = same && std::all_of(questions.begin(), questions.end(), [&](const KeptText& kept) {
           Result<const Json*> now = session->questions_->question(kept.name);
           return now && to_text(**now) == kept.text;
         });
  if (!same && !scripts.empty()) {
    std::map<std::string, std::vector<ScriptFile>> domains;
    for (const KeptText& kept : scripts) {
      bool shipped_file = kept.name.rfind("scripts/", 0) == 0;
      domains[kept.origin].push_back({kept.name, kept.text, shipped_file ? "shipped" : kept.origin, kept.library});
    }
    std::vector<std::vector<ScriptFile>> files = {std::move(domains["shipped"])};
    std::vector<std::string> names = {"shipped"};
    for (auto& [name, list] : domains) {
      if (name == "shipped") continue;
      files.push_back(std::move(list));
      names.push_back(name);
    }
    session->own_host_ = session->host_->with_files(std::move(files), names);
    session->host_ = session->own_host_.get();
  }
  session->questions_ = std::make_unique<QuestionStore>(session->context_.bank, *session->host_);
  for (const KeptText& kept : questions)
    if (Result<Json> question = parse_json(kept.text)) session->questions_->pin(kept.name, std::move(*question));
  if (session->own_host_)
    if (Status loaded = session->own_host_->load(
            session->context_.host.glossary(), [&store = *session->questions_](const std::string& name) { return store.definition(name); });
        !loaded)
      return loaded.error();
  return session;
}

Status Session::keep_new_sources() { return std::exchange(scripts_are_new_, false) ? keep_sources() : ok(); }

Status Session::keep_sources() {
  if (Status forgotten = context_.store.forget(facts_.id, "script"); !forgotten) return forgotten;
  const Declaration* round = host_->find("round", facts_.round);
  std::vector<KeptText> texts = sources_of(*host_);
  texts.erase(std::remove_if(texts.begin(), texts.end(),
                             [&](const KeptText& text) { return text.origin != "shipped" && round && text.origin != round->origin; }),
              texts.end());
  return context_.store.keep(facts_.id, texts);
}

void Session::use_scripts(ScriptHost& host) {
  host_ = &host;
  own_host_.reset();
  questions_ = std::make_unique<QuestionStore>(context_.bank, host);
  scripts_are_new_ = true;
}

int Session::answered() const {
  return static_cast<int>(std::count_if(events_.begin(), events_.end(), [](const Event& event) { return event.name == "ask"; }));
}

std::vector<std::string> Session::asked() const {
  std::vector<std::string> ids;
  for (const Event& event : events_)
    if (event.name == "ask") ids.push_back(event.request["id"]);
  return ids;
}

double Session::elapsed() const {
  double seconds = 0;
  for (const Event& event : events_)
    if (event.name == "ask" && event.result["result"]["seconds"].is_number()) seconds += event.result["result"]["seconds"].get<double>();
  return seconds;
}

Result<SessionEnd> Session::run(Examiner& examiner) {
  int losses = 0;
  for (;;) {
    std::size_t before = events_.size();
    Result<SessionEnd> end = run_once(examiner);
    if (end) {
      if (stop_ && stop_->why == Stop::Why::undo) continue;
      return end;
    }
    // A worker that was lost, by a crash or because grading killed it, costs nothing but a replay; unless it is lost again at the same
    // place.
    losses = events_.size() > before ? 1 : losses + 1;
    if (!worker_lost_ || losses > 2) return end;
  }
}

Result<SessionEnd> Session::run_once(Examiner& examiner) {
  stop_.reset();
  replayed_ = 0;
  calls_after_stop_ = 0;
  Result<const Declaration*> round = host_->get("round", facts_.round);
  if (!round) return round.error();
  Domain& domain = *(*round)->domain;
  if (Status loaded = domain.load(); !loaded) return loaded.error();
  const int generation = domain.generation();
  Result<Json> value = host_->invoke(**round, "run", Json::array({facts_.options}), [&](const std::string& name, const Json& arguments) {
    return answer_call(name, arguments, examiner);
  });
  worker_lost_ = !value && (domain.lost() || domain.generation() != generation);
  if (std::string printed = domain.take_printed(); !printed.empty()) examiner.printed(printed);
  SessionEnd end;
  if (stop_) {
    switch (stop_->why) {
      case Stop::Why::undo:
        return end;
      case Stop::Why::left:
        end.kind = SessionEnd::Kind::left;
        return end;
      case Stop::Why::reload:
        end.kind = SessionEnd::Kind::reload;
        return end;
      case Stop::Why::failed:
        return stop_->error;
      case Stop::Why::finished:
        break;
    }
  } else if (!value) {
    return value.error();
  }
  if (Status kept = keep_new_sources(); !kept) return kept.error();
  Result<Json> ending = total(end.records);
  if (!ending) return ending.error();
  if (stop_ && !stop_->reason.is_null()) (*ending)["why"] = stop_->reason;
  if (Status finished = context_.store.finish(facts_.id, *ending); !finished) return finished.error();
  end.ending = std::move(*ending);
  return end;
}

// Answers from the log while it lasts, then for real. An error goes to the script, which raises it at the author's line.
Result<Json> Session::answer_call(const std::string& name, const Json& arguments, Examiner& examiner) {
  if (stop_) {
    // A script that catches this error and asks on is not waited for.
    if (++calls_after_stop_ > 100) host_->find("round", facts_.round)->domain->stop();
    return error("the round has ended");
  }
  if (replayed_ < events_.size()) {
    const Event& logged = events_[replayed_];
    if (logged.name == name && logged.request == arguments) {
      ++replayed_;
      if (name == "finish") {
        stop_ = std::make_unique<Stop>(Stop{Stop::Why::finished, arguments.value("why", Json()), {}});
        return error("the round has ended");
      }
      return name == "ask" ? logged.result["result"] : logged.result;
    }
    bool go_on = examiner.diverged(replayed_ + 1, logged.name + " " + to_text(logged.request), name + " " + to_text(arguments));
    if (!go_on) {
      stop_ = std::make_unique<Stop>(Stop{Stop::Why::left, {}, {}});
      return error("the round was left");
    }
    if (Status cut = context_.store.cut_events(facts_.id, replayed_); !cut) return cut.error();
    events_.resize(replayed_);
  }
  if (events_.size() >= most_events)
    return error("the round has asked the engine for something 20,000 times; is there a loop that never ends?");
  if (Status kept = keep_new_sources(); !kept) return kept.error();
  Result<Json> result = perform(name, arguments, examiner);
  if (!result) return result;
  Event event{name, arguments, *result};
  if (Status logged = context_.store.add_event(facts_.id, events_.size(), event); !logged) {
    stop_ = std::make_unique<Stop>(Stop{Stop::Why::failed, {}, logged.error()});
    return logged.error();
  }
  events_.push_back(std::move(event));
  replayed_ = events_.size();
  if (name == "finish") {
    stop_ = std::make_unique<Stop>(Stop{Stop::Why::finished, arguments.value("why", Json()), {}});
    return error("the round has ended");
  }
  return name == "ask" ? events_.back().result["result"] : *result;
}

Result<Json> Session::perform(const std::string& name, const Json& arguments, Examiner& examiner) {
  if (name == "pick") return pick(arguments, examiner);
  if (name == "ask") return ask(arguments, examiner);
  if (name == "follow_up") return follow_up(arguments);
  if (name == "say") {
    examiner.say(arguments.value("text", Json("")));
    return Json();
  }
  if (name == "random") {
    std::uint64_t most = arguments.value("most", std::uint64_t{1});
    return Json(1 + number_from(draw_seed()) % std::max<std::uint64_t>(1, most));
  }
  if (name == "elapsed") return Json(elapsed());
  if (name == "finish") return Json();
  if (name == "program.run") return host_->run_program(arguments);
  return error("a round cannot ask for '" + name + "'");
}

// What chance depends on at this place of the log.
std::string Session::draw_seed() const { return facts_.seed + "/" + std::to_string(events_.size()); }

Result<Json> Session::pick(const Json& arguments, Examiner& examiner) {
  Result<PickRequest> request = pick_request(arguments);
  if (!request) return request.error();
  request->not_ids = asked();
  for (const std::string& id : request->not_ids)
    if (const QuestionEntry* entry = context_.bank.find(id))
      request->not_families.insert(request->not_families.end(), entry->families.begin(), entry->families.end());
  if (request->prefer_unseen) request->seen = context_.store.seen();
  for (;;) {
    Result<std::optional<std::string>> id = viva::pick(context_.bank, *request, number_from(draw_seed()));
    if (!id) return id.error();
    if (!*id) return Json();
    Result<QuestionSheet> sheet = QuestionSheet::open(*host_, *questions_, **id);
    if (sheet) return sheet->view();
    examiner.warn(sheet.error().text());
    request->not_ids.push_back(**id);
  }
}

Result<Json> Session::follow_up(const Json& arguments) {
  const std::string id = arguments.value("id", "");
  for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
    if (event->name != "ask" || event->request["id"] != id) continue;
    Result<const Json*> question = questions_->question(id);
    if (!question) return question.error();
    std::string next = follow_up_of(**question, event->result["record"], asked());
    if (next.empty()) return Json();
    Result<QuestionSheet> sheet = QuestionSheet::open(*host_, *questions_, next);
    if (!sheet) return sheet.error();
    return sheet->view();
  }
  return error("'" + id + "' was not asked in this round");
}

Result<Json> Session::ask(const Json& arguments, Examiner& examiner) {
  Result<QuestionSheet> sheet = QuestionSheet::open(*host_, *questions_, arguments.value("id", ""));
  if (!sheet) return sheet.error();
  const Json options = arguments.value("options", Json::object());
  AskRequest request;
  request.sheet = &*sheet;
  request.number = answered() + 1;
  request.limit = options.value("seconds", 0.0);
  request.section = options.value("section", "");
  request.draft = context_.store.draft(facts_.id).value_or(Draft{});
  request.save_draft = [this](const Draft& draft) {
    (void)context_.store.save_draft(facts_.id, draft);
  };  // a draft that is lost is no reason to stop
  AskOutcome outcome;
  Result<Graded> graded = ask_until_readable(*sheet, request, options, examiner, outcome);
  if (stop_) return error("the round was left");
  if (!graded) return graded.error();
  Result<const Json*> question = questions_->question(sheet->id());
  if (Status kept = context_.store.keep(facts_.id, {{"question", sheet->id(), "", "", to_text(**question)}}); !kept) return kept.error();
  if (Status added = context_.store.add_attempt(sheet->id(), graded->record, facts_.id); !added) return added.error();
  examiner.graded(*sheet, *graded);
  Json logged = {{"result", result_of(*graded, *sheet, options, outcome)}, {"record", graded->record}, {"answer", outcome.answer}};
  if (graded->has_credit)
    logged["exact"] = {{"points", {graded->points.numerator, graded->points.denominator}},
                       {"max", {graded->most.numerator, graded->most.denominator}}};
  return logged;
}

Result<Graded> Session::ask_until_readable(const QuestionSheet& sheet, AskRequest request, const Json& options, Examiner& examiner,
                                           AskOutcome& outcome) {
  const Declaration* round = host_->find("round", facts_.round);
  Grading grading;
  grading.language = facts_.language;
  grading.judge = context_.judge;
  if (round && !round->scoring.empty()) grading.rule = round->scoring;
  for (;;) {
    outcome = examiner.ask(request);
    grading.language = facts_.language;  // it may have been changed while the question was open
    auto stop = [&](Stop::Why why) -> Result<Graded> {
      stop_ = std::make_unique<Stop>(Stop{why, {}, {}});
      return error("the round was left");
    };
    if (outcome.kind == AskOutcome::Kind::leave) return stop(Stop::Why::left);
    if (outcome.kind == AskOutcome::Kind::reload) return stop(Stop::Why::reload);
    if (outcome.kind == AskOutcome::Kind::undo) {
      auto last = std::find_if(events_.rbegin(), events_.rend(), [](const Event& event) { return event.name == "ask"; });
      if (last == events_.rend()) {
        request.problem.clear();
        continue;  // nothing to undo: the same question again
      }
      std::size_t number = static_cast<std::size_t>(std::distance(last, events_.rend()) - 1);
      if (Status cut = context_.store.cut_events(facts_.id, number); !cut) return cut.error();
      (void)context_.store.save_draft(facts_.id, {});
      events_.resize(number);
      return stop(Stop::Why::undo);
    }
    Answer answer;
    answer.candidate = context_.candidate;
    answer.question = sheet.id();
    answer.answer = outcome.kind == AskOutcome::Kind::skipped ? Json() : outcome.answer;
    answer.seconds = outcome.seconds;
    answer.hints = outcome.hints;
    for (const char* fact : {"weight", "section"})
      if (options.contains(fact)) answer.facts[fact] = options[fact];
    Result<Graded> graded = Grader(*host_, *questions_).grade(answer, grading);
    if (!graded || graded->record["verdict"] != "invalid" || outcome.kind == AskOutcome::Kind::timed_out) return graded;
    request.again(outcome, graded->record.value("problem", ""));
  }
}

// What r:ask returns: scripts/README.md, "A result is".
Json Session::result_of(const Graded& graded, const QuestionSheet& sheet, const Json& options, const AskOutcome& outcome) {
  Json result = sheet.view();
  result["par"] = sheet.seconds();
  result["verdict"] = graded.record["verdict"];
  if (graded.has_credit) {
    result["credit"] = to_double(graded.credit);
    result["points"] = to_double(graded.points);
    result["max"] = to_double(graded.most);
  }
  result["parts"] = graded.record["parts"];
  result["seconds"] = outcome.seconds;
  result["hints"] = outcome.hints;
  double cost = 0;
  std::vector<Hint> hints = sheet.hints(facts_.language);
  for (std::size_t i = 0; i < hints.size() && i < static_cast<std::size_t>(outcome.hints); ++i) cost += hints[i].cost;
  result["hint_cost"] = std::min(1.0, cost);
  result["timed_out"] = outcome.kind == AskOutcome::Kind::timed_out;
  for (const char* name : {"weight", "section"})
    if (options.contains(name)) result[name] = options[name];
  return result;
}

Result<Json> Session::total(std::vector<Json>& records) {
  Rational points = 0, most = 0;
  Json results = Json::array();
  int ungraded = 0;
  for (const Event& event : events_) {
    if (event.name != "ask") continue;
    records.push_back(event.result["record"]);
    results.push_back(event.result["result"]);
    if (!event.result.contains("exact")) {
      ++ungraded;
      continue;
    }
    points += rational_from(event.result["exact"]["points"]);
    most += rational_from(event.result["exact"]["max"]);
  }
  Json ending = {{"points", decimal(points)}, {"max", decimal(most)}, {"answers", records.size()}, {"ungraded", ungraded}};
  const Declaration* round = host_->find("round", facts_.round);
  const Declaration* rule = host_->find("scoring_rule", round && !round->scoring.empty() ? round->scoring : "plain");
  if (!rule || !rule->has("total")) return ending;
  Result<Json> own = host_->invoke(*rule, "total", Json::array({results, Json::object()}));
  if (!own) return own;
  if (!own->is_object())
    return error_in(rule->file, rule->line, "total of '" + rule->name + "' must return a table { points = …, max = … }");
  for (const char* name : {"points", "max"}) {
    if (!own->contains(name)) continue;
    if (!(*own)[name].is_number())
      return error_in(rule->file, rule->line, std::string("total of '") + rule->name + "': '" + name + "' is a number");
    Fraction fraction = as_fraction((*own)[name].get<double>());
    ending[name] = decimal(Rational(fraction.numerator, fraction.denominator));
  }
  for (const char* name : {"passed", "note"})
    if (own->contains(name)) ending[name] = (*own)[name];
  return ending;
}

}  // namespace viva
