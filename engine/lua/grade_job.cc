#include "lua/grade_job.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "lua/purity.h"
#include "lua/read_grade.h"
#include "lua/value.h"

namespace viva::lua {
namespace {

// Nothing but white space, the full-width space included.
bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (std::string_view(" \t\r\n\v\f").find(text[at]) != std::string_view::npos) {
      ++at;
    } else if (text.substr(at, 3) == "\xe3\x80\x80") {
      at += 3;
    } else {
      return false;
    }
  }
  return true;
}

std::string failure_text(const Json& failure) {
  std::string where;
  if (failure.contains("file")) where = failure["file"].get<std::string>() + ":" + std::to_string(failure["line"].get<int>()) + ": ";
  return where + failure["message"].get<std::string>();
}

}  // namespace

GradeJob::GradeJob(Runtime& runtime, const Json& request, std::string lines)
    : runtime_(runtime), request_(request), lines_(std::move(lines)) {
  style_.language = request.value("language", "en");
  style_.rule = request.value("rule", "plain");
  style_.rule_version = request.value("rule_version", "");
  style_.engine_version = request.value("engine_version", "");
  if (const Json degraded = request.value("degraded", Json::array()); !degraded.empty()) style_.degraded = to_text(degraded);
  if (const Json judged = request.value("judged", Json()); judged.is_object()) {
    style_.judged = to_text(judged.value("record", Json()));
    if (judged.contains("credit")) request_["facts"]["judged"] = {{"credit", judged["credit"]}, {"review", judged["review"]}};
  }
  split(lines_);
}

GradeJob::~GradeJob() {
  for (Question* question : used_) question->used_by = nullptr;
  for (int reference : {thread_ref_, evaluate_ref_, rule_ref_, options_ref_, variant_ref_})
    if (reference && state_) Runtime::release_in(*state_, reference);
}

void GradeJob::split(const std::string& lines) {
  std::string_view rest = lines;
  while (!rest.empty()) {
    std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (!line.empty()) line_.push_back(line);  // empty ones stand for lines that are not for this worker
  }
}

Progress GradeJob::start() {
  runtime_.freshen();
  careful_ = runtime_.has_packs();
  begin_state();
  return run();
}

// References into the state that this job needs; made again after every reset.
void GradeJob::begin_state() {
  state_ = runtime_.shared_state();
  state_->allow(runtime_.limits().call_instructions);
  State::Headroom room(*state_);
  thread_ = runtime_.new_thread(thread_ref_);
  bool begun = protect(thread_, 0, 3, [&](lua_State* lua) {
    Runtime::push_function(lua, "evaluate");
    Runtime::push_function(lua, "rule");
    lua_pushstring(lua, style_.rule.c_str());
    lua_call(lua, 1, 1);
    Runtime::push_function(lua, "options");
    lua_pushliteral(lua, "scoring_rule");
    lua_pushstring(lua, style_.rule.c_str());
    push_json(lua, request_.value("rule_options", Json::object()));
    lua_call(lua, 3, 1);
    return 3;
  });
  if (!begun) throw std::runtime_error("the scoring rule '" + style_.rule + "' cannot be used by this worker");
  options_print_ = fingerprint(thread_, -1);
  options_ref_ = luaL_ref(thread_, LUA_REGISTRYINDEX);
  rule_ref_ = luaL_ref(thread_, LUA_REGISTRYINDEX);
  evaluate_ref_ = luaL_ref(thread_, LUA_REGISTRYINDEX);
  variant_ref_ = 0;
  generating_ = false;
}

void GradeJob::fresh_state() {
  runtime_.reset();
  begin_state();
}

Progress GradeJob::go_on(bool answered, const Json& value) {
  if (state_ != runtime_.shared_state()) {  // meanwhile somebody needed a fresh state: this answer begins again there
    begin_state();
    return run();
  }
  if (lua_status(thread_) != LUA_YIELD) return run();  // it had asked for questions, which are there now
  Progress progress;
  bool pushed;
  {
    State::Headroom room(*state_);
    pushed = protect(thread_, 0, 2, [&](lua_State* lua) {
      lua_pushboolean(lua, answered);
      push_json(lua, value);
      return 2;
    });
  }
  if (!pushed) {
    write_ungraded({{"message", "what the engine answered does not fit into the memory of a script"}});
    fresh_state();
    return run();
  }
  if (after_call(Runtime::resume(thread_, 2), progress) == Step::waits) return progress;
  return run();
}

Progress GradeJob::run() {
  Progress progress;
  while (at_ < line_.size()) {
    if (grade_line(progress) == Step::waits) return progress;
    if (at_ == line_.size() && !careful_ && left_something()) restart_carefully();
  }
  return finish();
}

bool GradeJob::left_something() {
  if (options_changed() || runtime_.kept_something()) return true;
  return std::any_of(used_.begin(), used_.end(), [&](const Question* question) { return changed(*question); });
}

void GradeJob::restart_carefully() {
  careful_ = true;
  at_ = 0;
  current_parsed_ = false;
  out_.clear();
  verdicts_.clear();
  credits_.clear();
  unread_ = 0;
  fresh_state();
}

Progress GradeJob::finish() {
  Progress progress;
  Json sums = Json::object();
  for (auto [denominator, numerator] : credits_) sums[std::to_string(denominator)] = numerator;
  progress.reply = {{"count", line_.size()}, {"verdicts", verdicts_}, {"credits", sums}, {"unread", unread_}, {"exact", exact_}};
  progress.body = std::move(out_);
  return progress;
}

Progress GradeJob::ask_for_questions() {
  std::set<std::string> wanted;
  for (std::size_t i = at_; i < line_.size(); ++i) {
    AnswerLine line = parse_answer_line(line_[i]);
    if (line.problem.empty() && !runtime_.find_question(line.question)) wanted.insert(line.question);
  }
  Progress progress;
  progress.waiting = true;
  progress.call = "questions";
  progress.arguments = {{"ids", wanted}};
  return progress;
}

// "answers.jsonl:7: "; nothing where the answer is from no file.
std::string GradeJob::place_of_line() const {
  auto source = request_.find("source");
  if (source == request_.end()) return {};
  const long number = request_.value("first_line", 1L) + std::count(lines_.data(), line_[at_].data(), '\n');
  return source->get<std::string>() + ":" + std::to_string(number) + ": ";
}

GradeJob::Step GradeJob::grade_line(Progress& progress) {
  if (!current_parsed_) current_ = parse_answer_line(line_[at_]);
  current_parsed_ = true;
  question_ = nullptr;
  Grade grade;
  if (!current_.problem.empty()) {
    grade.verdict = "invalid";
    grade.graded = false;
    grade.problem = place_of_line() + current_.problem;
    write(std::move(grade));
    return Step::next;
  }
  Question* question = question_ = runtime_.find_question(current_.question);
  if (!question) {
    progress = ask_for_questions();
    return Step::waits;
  }
  if (!question->unknown.empty()) {
    grade.verdict = question->type.empty() ? "invalid" : "ungraded";
    grade.graded = false;
    grade.problem = question->type.empty() ? place_of_line() + question->unknown : question->unknown;
    write(std::move(grade));
    return Step::next;
  }
  if (question->used_by != this) {
    question->used_by = this;
    used_.push_back(question);
  }
  runtime_.prepare(*question);
  state_->engine_fault.clear();
  state_->allow(runtime_.limits().call_instructions);
  return call(progress);
}

GradeJob::Step GradeJob::call(Progress& progress) {
  Question& question = *question_;
  bool pushed;
  {
    State::Headroom room(*state_);
    lua_settop(thread_, 0);
    pushed = protect(thread_, 0, LUA_MULTRET, [&](lua_State* lua) { return push_call(question, lua); });
  }
  if (pushed) return after_call(Runtime::resume(thread_, lua_gettop(thread_) - 1), progress);
  Outcome outcome;
  outcome.kind = Outcome::Kind::failed;
  outcome.failure = {{"message", "the answer does not fit into the memory of a script"}};
  return after_call(std::move(outcome), progress);
}

// Pushes generate(type, question, seed) where a variant is wanted and not made yet, else evaluate(…). Returns how many values that are.
int GradeJob::push_call(Question& question, lua_State* lua) {
  if (!current_.variant.empty() && !variant_ref_) {
    generating_ = true;
    Runtime::push_function(lua, "generate");
    lua_pushlstring(lua, question.type.data(), question.type.size());
    lua_rawgeti(lua, LUA_REGISTRYINDEX, question.content_ref);
    lua_pushlstring(lua, current_.variant.data(), current_.variant.size());
    return 4;
  }
  generating_ = false;
  lua_rawgeti(lua, LUA_REGISTRYINDEX, evaluate_ref_);
  lua_pushlstring(lua, question.type.data(), question.type.size());
  push_facts(question, lua);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, variant_ref_ ? variant_ref_ : question.content_ref);
  const Json& answer = current_.answer;
  if (answer.is_null() || (answer.is_string() && is_blank(answer.get_ref<const std::string&>())))
    lua_pushnil(lua);
  else
    push_json(lua, answer);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, rule_ref_);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, options_ref_);
  if (current_.seconds >= 0)
    lua_pushnumber(lua, current_.seconds);
  else
    lua_pushnil(lua);
  lua_pushinteger(lua, current_.hints);
  double cost = 0;
  for (std::size_t i = 0; i < question.hint_costs.size() && i < static_cast<std::size_t>(current_.hints); ++i)
    cost += question.hint_costs[i];
  lua_pushnumber(lua, std::min(1.0, cost));
  return 10;
}

// The facts of the question, with weight and section where the round gave them, and with what a judge said.
void GradeJob::push_facts(Question& question, lua_State* lua) {
  lua_rawgeti(lua, LUA_REGISTRYINDEX, question.facts_ref);
  auto own = request_.find("facts");
  if (own == request_.end()) return;
  lua_newtable(lua);
  for (lua_pushnil(lua); lua_next(lua, -3);) {
    lua_pushvalue(lua, -2);
    lua_insert(lua, -2);
    lua_rawset(lua, -4);
  }
  for (auto item = own->begin(); item != own->end(); ++item) {
    push_json(lua, *item);
    lua_setfield(lua, -2, item.key().c_str());
  }
  lua_remove(lua, -2);
}

GradeJob::Step GradeJob::after_call(Outcome outcome, Progress& progress) {
  if (outcome.kind == Outcome::Kind::calls_engine) {
    progress.waiting = true;
    progress.call = outcome.name;
    progress.arguments = std::move(outcome.arguments);
    return Step::waits;
  }
  if (std::string fault = std::exchange(state_->engine_fault, {}); !fault.empty()) {
    write_ungraded({{"message", fault}});
    fresh_state();
    return Step::next;
  }
  // A script that caught the want of memory is no better off: what it did then depends on what came before.
  if (outcome.kind == Outcome::Kind::failed || state_->out_of_memory()) {
    if (state_->out_of_memory() && !retried_) {
      retried_ = true;  // the memory may have been used up by what came before
      fresh_state();
      return Step::next;
    }
    write_ungraded(outcome.kind == Outcome::Kind::failed ? outcome.failure : Json{{"message", "not enough memory"}});
    fresh_state();
    return Step::next;
  }
  if (generating_) {
    State::Headroom room(*state_);
    lua_settop(thread_, 1);
    variant_ref_ = luaL_ref(thread_, LUA_REGISTRYINDEX);
  }
  if (std::exchange(generating_, false)) {
    return call(progress);
  }
  if (careful_) {
    std::string broken = broken_purity();
    if (!broken.empty()) {
      write_ungraded({{"message", broken}});
      fresh_state();
      return Step::next;
    }
  }
  write(read_grade(thread_, style_.language));
  return Step::next;
}

// What is wrong with what the last answer left behind, or nothing.
std::string GradeJob::broken_purity() {
  const Question& question = *question_;
  std::string who = "grading with the question type '" + question.type + "' and the rule '" + style_.rule + "' ";
  if (changed(question)) return who + "changes the question; it is read-only, so copy what you want to change";
  if (options_changed()) return who + "changes the options of the rule; they are read-only, so copy what you want to change";
  if (runtime_.kept_something())
    return who +
           "keeps something from one answer to the next (in a local variable outside the function, or in a table in one); every answer "
           "must be graded as "
           "if it were the first";
  return {};
}

bool GradeJob::changed(const Question& question) {
  if (!question.content_ref) return false;
  State::Headroom room(*state_);
  lua_rawgeti(state_->get(), LUA_REGISTRYINDEX, question.content_ref);
  bool different = fingerprint(state_->get(), -1) != question.fingerprint;
  lua_pop(state_->get(), 1);
  return different;
}

bool GradeJob::options_changed() {
  State::Headroom room(*state_);
  lua_rawgeti(state_->get(), LUA_REGISTRYINDEX, options_ref_);
  bool different = fingerprint(state_->get(), -1) != options_print_;
  lua_pop(state_->get(), 1);
  return different;
}

void GradeJob::write(Grade grade) {
  State::Headroom room(*state_);
  const Question* question = question_;
  static const std::string no_versions = "\"question\":null,\"type\":null";
  const std::string& versions = question && question->unknown.empty() ? question->version_text : no_versions;
  std::string problem = std::move(grade.fault);
  if (problem.empty()) problem = append_record(thread_, style_, current_, versions, grade, out_);
  if (!problem.empty()) {
    write_ungraded({{"message", "the question type '" + question->type + "': " + problem}});
    return;
  }
  count(grade);
  ++at_;
  current_parsed_ = retried_ = false;
  if (variant_ref_) runtime_.release(std::exchange(variant_ref_, 0));
}

void GradeJob::write_ungraded(const Json& failure) {
  Grade grade;
  grade.verdict = "ungraded";
  grade.graded = false;
  grade.problem = failure_text(failure);
  if (failure.contains("traceback")) exact_["traceback"] = failure["traceback"];
  write(std::move(grade));
}

void GradeJob::count(const Grade& grade) {
  ++verdicts_[grade.verdict];
  if (!grade.graded && grade.verdict == "invalid") ++unread_;
  if (!grade.graded) return;
  credits_[grade.credit.denominator] += grade.credit.numerator;
  if (line_.size() != 1) return;
  auto pair = [](Fraction fraction) { return Json{fraction.numerator, fraction.denominator}; };
  exact_ = {{"credit", pair(grade.credit)}, {"points", pair(grade.points)}, {"max", pair(grade.most)}};
}

}  // namespace viva::lua
