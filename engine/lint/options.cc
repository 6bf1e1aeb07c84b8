// Choice questions: can one guess the key without knowing anything?
#include <fmt/format.h>

#include <cmath>

#include "lint/lints.h"
#include "text/fold.h"
#include "text/width.h"

namespace viva {
namespace {

constexpr double most_at_one_letter = 0.35;
constexpr int least_questions = 40;  // below, no share says anything
constexpr std::size_t named = 4;     // questions that a warning about all of them names

// The place of the only right option; -1: there is none, or there are several.
int only_key(const Json& options) {
  int key = -1;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (member(options[i], "correct") != true) continue;
    if (key >= 0) return -1;
    key = static_cast<int>(i);
  }
  return key;
}

std::string first_of(const std::vector<std::string>& ids) {
  std::string list;
  for (std::size_t i = 0; i < ids.size() && i < named; ++i) list += (i ? ", " : "") + ids[i];
  return list;
}

struct Standout {
  std::string id;
  double ratio;
};

std::string worst_of(std::vector<Standout> all) {
  std::sort(all.begin(), all.end(), [](const Standout& a, const Standout& b) { return std::tie(b.ratio, a.id) < std::tie(a.ratio, b.id); });
  std::vector<std::string> ids;
  for (const Standout& one : all) ids.push_back(one.id);
  return first_of(ids);
}

// How often the key is the longest or the shortest option of one folder's questions, in one language.
struct Lengths {
  int questions = 0;
  double expected = 0, variance = 0;
  std::vector<Standout> longest, shortest;

  void add(const Material& question, const Json& options, int key, std::string_view language) {
    std::vector<int> widths;
    for (const Json& option : options) widths.push_back(columns(text_in(member(option, "text"), language)));
    const int own = widths[static_cast<std::size_t>(key)];
    widths.erase(widths.begin() + key);
    const auto [least, most] = std::minmax_element(widths.begin(), widths.end());
    const double chance = 1.0 / static_cast<double>(options.size());
    ++questions, expected += chance, variance += chance * (1 - chance);
    if (own > *most) longest.push_back({question.entry->id, own / std::max(1.0, 1.0 * *most)});
    if (own < *least) shortest.push_back({question.entry->id, *least / std::max(1.0, 1.0 * own)});
  }

  bool too_often(const std::vector<Standout>& found) const {
    return questions >= least_questions && static_cast<double>(found.size()) > expected + 2 * std::sqrt(variance);
  }
};

}  // namespace

void lint_key_positions(const Materials& questions, const Bank& bank, Warnings& warnings) {
  for (std::size_t folder = 0; folder < bank.folders().size(); ++folder) {
    std::vector<std::string> at[4];
    std::size_t all = 0;
    for (const Material& question : questions) {
      const Json& options = list_in(question.content, "options");
      const int key = only_key(options);
      if (question.entry->folder != folder || options.size() != 4 || key < 0) continue;
      at[key].push_back(question.entry->id), ++all;
    }
    if (all < least_questions) continue;
    for (int letter = 0; letter < 4; ++letter) {
      const double share = static_cast<double>(at[letter].size()) / static_cast<double>(all);
      if (share <= most_at_one_letter) continue;
      warnings.add(
          bank.folders()[folder], "",
          fmt::format("{} of {} choice questions with four options have the key at {} ({:.0f} %, at most {:.0f} %): who always picks it "
                      "must not gain by it; move the key in some, such as {}",
                      at[letter].size(), all, "abcd"[letter], share * 100, most_at_one_letter * 100, first_of(at[letter])));
    }
  }
}

void lint_key_lengths(const Materials& questions, const Bank& bank, Warnings& warnings) {
  for (std::size_t folder = 0; folder < bank.folders().size(); ++folder) {
    for (std::string_view language : both_languages) {
      Lengths lengths;
      for (const Material& question : questions) {
        const Json& options = list_in(question.content, "options");
        const int key = only_key(options);
        if (question.entry->folder == folder && options.size() > 1 && key >= 0) lengths.add(question, options, key, language);
      }
      for (const bool longest : {true, false}) {
        const std::vector<Standout>& found = longest ? lengths.longest : lengths.shortest;
        if (!lengths.too_often(found)) continue;
        warnings.add(
            bank.folders()[folder], "",
            fmt::format("in {} of {} choice questions the key is the {} option ({}), by chance it would be {:.0f}: who picks by length "
                        "must not gain by it; make options alike in length, first of {}",
                        found.size(), lengths.questions, longest ? "longest" : "shortest", language, lengths.expected, worst_of(found)));
      }
    }
  }
}

void lint_sweeping_options(const Materials& questions, Warnings& warnings) {
  static constexpr std::string_view sweeping[] = {
      "all of the above", "none of the above", "all of these", "none of these", "all the above", "以上都", "以上全", "以上皆",
      "以上均",           "以上选项"};
  for (const Material& question : questions) {
    const Json& options = list_in(question.content, "options");
    for (std::size_t i = 0; i < options.size(); ++i) {
      for (std::string_view language : both_languages) {
        const std::string folded = fold(text_in(member(options[i], "text"), language));
        auto said = std::find_if(std::begin(sweeping), std::end(sweeping),
                                 [&](std::string_view words) { return folded.substr(0, words.size()) == words; });
        if (said == std::end(sweeping)) continue;
        warnings.add(question, fmt::format("/options/{}/text", i),
                     fmt::format("'{}' is decided by knowing two of the other options; ask for \"many\" instead, or "
                                 "write an option of its own",
                                 *said));
        break;
      }
    }
  }
}

}  // namespace viva
