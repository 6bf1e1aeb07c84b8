#include "text/framing.h"

#include <algorithm>
#include <string>

#include "text/fold.h"

namespace viva {
namespace {

constexpr std::size_t longest_frame = 160, longest_ending = 90;  // bytes

// Beginnings that deny whatever comes behind them.
constexpr std::string_view denials[] = {"it is false that",
                                        "it is not true that",
                                        "it is wrong that",
                                        "it is incorrect that",
                                        "it's false that",
                                        "it's not true that",
                                        "it is untrue that",
                                        "it is not the case that",
                                        "the following is false",
                                        "the following is wrong",
                                        "并非",
                                        "以下说法是错",
                                        "以下是错",
                                        "下面的说法是错",
                                        "下面是错",
                                        "这是错的:",
                                        "事实并不是",
                                        "说法错误:"};

constexpr std::string_view untrue[] = {"none of this is",
                                       "none of that is",
                                       "none of it is",
                                       "nonsense",
                                       "false",
                                       "wrong",
                                       "incorrect",
                                       "untrue",
                                       "not true",
                                       "isn't true",
                                       "not correct",
                                       "not the case",
                                       "myth",
                                       "mistake",
                                       "fallacy",
                                       "bogus",
                                       "rubbish",
                                       "misconception",
                                       "don't believe",
                                       "disagree",
                                       "以为",
                                       "误解",
                                       "误区",
                                       "谣言",
                                       "胡说",
                                       "瞎说",
                                       "错误",
                                       "是错",
                                       "都错",
                                       "错的",
                                       "不对",
                                       "不正确",
                                       "不成立",
                                       "不是真",
                                       "假的",
                                       "谬",
                                       "以讹传讹"};
// Who says so, or that it comes.
constexpr std::string_view announced[] = {"following", "people", "often", "common", "some",   "many", "everybody", "everyone", "they",
                                          "以下",      "下面",   "有人",  "人们",   "很多人", "大家", "不少人",    "常"};
// All that was said.
constexpr std::string_view everything[] = {"this",   "that", "these", "those", "above", "none", "nothing",
                                           "all of", "以上", "上述",  "上面",  "这些",  "这都", "全都"};

template <class Words>
bool has_one(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return text.find(word) != text.npos; });
}

constexpr std::string_view sentence_ends = ".;!?\n";

bool begins_so(std::string_view start) {
  if (std::any_of(std::begin(denials), std::end(denials), [&](std::string_view denial) { return start.starts_with(denial); })) return true;
  const std::size_t colon = start.find(':');
  if (colon == start.npos || colon > longest_frame) return false;
  const std::string_view frame = start.substr(0, colon);
  return frame.find_first_of(sentence_ends) == frame.npos && has_one(frame, untrue) && has_one(frame, announced);
}

bool ends_so(std::string_view end) {
  while (!end.empty() && (sentence_ends.find(end.back()) != sentence_ends.npos || end.back() == ' ')) end.remove_suffix(1);
  const std::size_t before = end.find_last_of(sentence_ends);
  if (before == end.npos) return false;
  const std::string_view last = end.substr(before + 1);
  return last.size() <= longest_ending && has_one(last, everything) && has_one(last, untrue);
}

}  // namespace

bool calls_itself_false(std::string_view answer) {
  const std::string start = fold(answer.substr(0, longest_frame + 10));
  if (begins_so(start)) return true;
  if (answer.size() <= longest_frame) return false;
  // A last sentence that is too long is not folded at all.
  std::string_view end = answer.substr(answer.size() - longest_frame);
  const std::size_t before = end.find_last_of(sentence_ends, end.find_last_not_of(" .!?;\n"));
  const bool ascii = std::all_of(end.begin(), end.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii && (before == end.npos || end.size() - before > longest_ending + 10)) return false;
  return ends_so(fold(ascii ? end.substr(before) : end));
}

}  // namespace viva
