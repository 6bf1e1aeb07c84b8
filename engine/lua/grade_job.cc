#include "lua/grade_job.h"

#include <algorithm>
#include <cmath>

#include "lua/purity.h"
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

GradeJob::GradeJob(Runtime& runtime, const Json& request, std::string lines) : runtime_(runtime), request_(request), lines_(std::move(lines)) {
  style_.language = request.value("language", "en");
  style_.rule = request.value("rule", "plain");
  style_.rule_version = request.value("rule_version", "");
  style_.engine_version = request.value("engine_version", "");
  split(lines_);
}

GradeJob::~GradeJob() {
  for (int reference : {thread_ref_, rule_ref_, options_ref_, variant_ref_})
    if (reference && runtime_.lua()) runtime_.release(reference);
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
  begin_state();
  runtime_.remember();
  return run();
}

// References into the state that this job needs; made again after every reset.
void GradeJob::begin_state() {
  thread_ = runtime_.new_thread(thread_ref_);
  runtime_.push_function(thread_, "rule");
  lua_pushstring(thread_, style_.rule.c_str());
  lua_call(thread_, 1, 1);
  rule_ref_ = luaL_ref(thread_, LUA_REGISTRYINDEX);
  runtime_.push_function(thread_, "options");
  lua_pushliteral(thread_, "scoring_rule");
  lua_pushstring(thread_, style_.rule.c_str());
  push_json(thread_, request_.value("rule_options", Json::object()));
  lua_call(thread_, 3, 1);
  options_ref_ = luaL_ref(thread_, LUA_REGISTRYINDEX);
  variant_ref_ = 0;
  generating_ = false;
}

void GradeJob::fresh_state() {
  runtime_.reset();
  begin_state();
  runtime_.remember();
}

Progress GradeJob::go_on(bool answered, const Json& value) {
  Progress progress;
  if (!thread_ || lua_status(thread_) != LUA_YIELD) return run();  // it had asked for questions, which are there now
  lua_pushboolean(thread_, answered);
  push_json(thread_, value);
  if (after_call(runtime_.resume(thread_, 2), progress) == Step::waits) return progress;
  return run();
}

Progress GradeJob::run() {
  Progress progress;
  for (;;) {
    while (at_ < line_.size())
      if (grade_line(progress) == Step::waits) return progress;
    bool kept = runtime_.kept_something();
    for (const std::string& id : used_) kept = kept || changed(*runtime_.find_question(id));
    if (!kept || careful_) return finish();
    restart_carefully();
  }
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

long GradeJob::number_of_line() const {
  return request_.value("first_line", 1L) + std::count(lines_.data(), line_[at_].data(), '\n');
}

GradeJob::Step GradeJob::grade_line(Progress& progress) {
  if (!current_parsed_) current_ = parse_answer_line(line_[at_]);
  current_parsed_ = true;
  Grade grade;
  if (!current_.problem.empty()) {
    grade.verdict = "invalid";
    grade.graded = false;
    grade.problem = request_.value("source", "answers") + ":" + std::to_string(number_of_line()) + ": " + current_.problem;
    write(std::move(grade));
    return Step::next;
  }
  Question* question = runtime_.find_question(current_.question);
  if (!question) {
    progress = ask_for_questions();
    return Step::waits;
  }
  if (!question->unknown.empty()) {
    grade.verdict = question->type.empty() ? "invalid" : "ungraded";
    grade.graded = false;
    grade.problem = question->unknown;
    write(std::move(grade));
    return Step::next;
  }
  used_.insert(current_.question);
  runtime_.prepare(*question);
  runtime_.state().allow(runtime_.limits().call_instructions);
  return after_call(runtime_.resume(thread_, push_call(*question)), progress);
}

// Pushes generate(type, question, seed) where a variant is wanted and not made yet, else evaluate(…). Returns the number of arguments.
int GradeJob::push_call(Question& question) {
  State::Headroom room(runtime_.state());
  lua_settop(thread_, 0);
  if (!current_.variant.empty() && !variant_ref_) {
    generating_ = true;
    runtime_.push_function(thread_, "generate");
    lua_pushlstring(thread_, question.type.data(), question.type.size());
    lua_rawgeti(thread_, LUA_REGISTRYINDEX, question.content_ref);
    lua_pushlstring(thread_, current_.variant.data(), current_.variant.size());
    return 3;
  }
  generating_ = false;
  runtime_.push_function(thread_, "evaluate");
  lua_pushlstring(thread_, question.type.data(), question.type.size());
  push_facts(question);
  lua_rawgeti(thread_, LUA_REGISTRYINDEX, variant_ref_ ? variant_ref_ : question.content_ref);
  const Json& answer = current_.answer;
  if (answer.is_null() || (answer.is_string() && is_blank(answer.get_ref<const std::string&>())))
    lua_pushnil(thread_);
  else
    push_json(thread_, answer);
  lua_rawgeti(thread_, LUA_REGISTRYINDEX, rule_ref_);
  lua_rawgeti(thread_, LUA_REGISTRYINDEX, options_ref_);
  if (current_.seconds >= 0)
    lua_pushnumber(thread_, current_.seconds);
  else
    lua_pushnil(thread_);
  lua_pushinteger(thread_, current_.hints);
  double cost = 0;
  for (std::size_t i = 0; i < question.hint_costs.size() && i < static_cast<std::size_t>(current_.hints); ++i) cost += question.hint_costs[i];
  lua_pushnumber(thread_, std::min(1.0, cost));
  return 9;
}

// The facts of the question, with weight and section where the round gave them.
void GradeJob::push_facts(Question& question) {
  lua_rawgeti(thread_, LUA_REGISTRYINDEX, question.facts_ref);
  auto own = request_.find("facts");
  if (own == request_.end()) return;
  lua_newtable(thread_);
  for (lua_pushnil(thread_); lua_next(thread_, -3);) {
    lua_pushvalue(thread_, -2);
    lua_insert(thread_, -2);
    lua_rawset(thread_, -4);
  }
  for (auto item = own->begin(); item != own->end(); ++item) {
    push_json(thread_, *item);
    lua_setfield(thread_, -2, item.key().c_str());
  }
  lua_remove(thread_, -2);
}

GradeJob::Step GradeJob::after_call(Outcome outcome, Progress& progress) {
  if (outcome.kind == Outcome::Kind::calls_engine) {
    progress.waiting = true;
    progress.call = outcome.name;
    progress.arguments = std::move(outcome.arguments);
    return Step::waits;
  }
  State& state = runtime_.state();
  if (outcome.kind == Outcome::Kind::failed) {
    bool memory = state.out_of_memory();
    if (memory && !retried_) {
      retried_ = true;  // the memory may have been used up by what came before
      fresh_state();
      return Step::next;
    }
    write_ungraded(outcome.failure);
    fresh_state();
    return Step::next;
  }
  if (generating_) {
    State::Headroom room(state);
    lua_settop(thread_, 1);
    variant_ref_ = luaL_ref(thread_, LUA_REGISTRYINDEX);
    Question& question = *runtime_.find_question(current_.question);
    return after_call(runtime_.resume(thread_, push_call(question)), progress);
  }
  if (careful_) {
    std::string broken = broken_purity();
    if (!broken.empty()) {
      write_ungraded({{"message", broken}});
      fresh_state();
      return Step::next;
    }
  }
  write(read_grade());
  return Step::next;
}

// What is wrong with what the last answer left behind, or nothing.
std::string GradeJob::broken_purity() {
  const Question& question = *runtime_.find_question(current_.question);
  std::string who = "grading with the question type '" + question.type + "' and the rule '" + style_.rule + "' ";
  if (changed(question)) return who + "changes the question; it is read-only, so copy what you want to change";
  if (runtime_.kept_something())
    return who + "keeps something from one answer to the next (in a local variable outside the function, or in a table in one); every answer must be graded as "
                 "if it were the first";
  return {};
}

bool GradeJob::changed(const Question& question) {
  if (!question.content_ref) return false;
  lua_rawgeti(runtime_.lua(), LUA_REGISTRYINDEX, question.content_ref);
  bool different = fingerprint(runtime_.lua(), -1) != question.fingerprint;
  lua_pop(runtime_.lua(), 1);
  return different;
}

// The six results of evaluate, which are all that is on the stack.
Grade GradeJob::read_grade() {
  State::Headroom room(runtime_.state());
  lua_settop(thread_, 6);
  Grade grade;
  grade.verdict = lua_tostring(thread_, 1);
  grade.response = lua_isnil(thread_, 2) ? 0 : 2;
  grade.result = lua_isnil(thread_, 3) ? 0 : 3;
  if (grade.result) {
    lua_getfield(thread_, 3, "credit");
    grade.credit = as_fraction(lua_tonumber(thread_, -1));
    lua_settop(thread_, 6);
  }
  grade.points = as_fraction(lua_tonumber(thread_, 4));
  grade.most = as_fraction(lua_tonumber(thread_, 5));
  if (grade.verdict == "invalid") {
    if (!localized_text(thread_, 6, style_.language, grade.problem)) grade.problem = "the answer cannot be read";
  } else if (lua_istable(thread_, 6)) {
    grade.remarks = remarks();
  }
  return grade;
}

// The list of texts at 6 as JSON; empty when there is none.
std::string GradeJob::remarks() {
  std::string list = "[";
  int count = static_cast<int>(lua_objlen(thread_, 6));
  for (int i = 1; i <= count; ++i) {
    lua_rawgeti(thread_, 6, i);
    std::string text;
    if (localized_text(thread_, lua_gettop(thread_), style_.language, text)) {
      if (list.size() > 1) list += ',';
      if (!append_string(text, list)) list += "\"\"";
    }
    lua_settop(thread_, 6);
  }
  return list.size() > 1 ? list + "]" : std::string();
}

void GradeJob::write(Grade grade) {
  const Question* question = runtime_.find_question(current_.question);
  std::string versions = question && question->unknown.empty() ? question->version_text : "\"question\":null,\"type\":null";
  std::string problem = append_record(thread_, style_, current_, versions, grade, out_);
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
