#include "report/agreement.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/files.h"

namespace viva {
namespace {

constexpr int classes = 5;

int class_of(double credit) { return std::clamp(static_cast<int>(std::lround(credit * (classes - 1))), 0, classes - 1); }

// Cohen's kappa with quadratic weights: 1 minus the squared distance seen over the one that chance would give.
double kappa_of(const std::vector<const MarkedGrade*>& grades) {
  std::array<double, classes> given{}, marked{};
  double seen = 0, by_chance = 0;
  for (const MarkedGrade* grade : grades) {
    const int credit = class_of(grade->credit), human = class_of(grade->human);
    ++given[static_cast<std::size_t>(credit)];
    ++marked[static_cast<std::size_t>(human)];
    seen += (credit - human) * (credit - human);
  }
  for (int i = 0; i < classes; ++i)
    for (int j = 0; j < classes; ++j)
      by_chance += (i - j) * (i - j) * given[static_cast<std::size_t>(i)] * marked[static_cast<std::size_t>(j)];
  by_chance /= std::max<double>(1, static_cast<double>(grades.size()));
  return by_chance > 0 ? 1 - seen / by_chance : 0;
}

}  // namespace

Agreement agreement_of(const std::vector<MarkedGrade>& grades) {
  Agreement found;
  std::vector<const MarkedGrade*> graded;
  for (const MarkedGrade& grade : grades) {
    ++found.answers;
    if (!grade.graded) {
      ++found.ungraded;
      continue;
    }
    graded.push_back(&grade);
    found.reviewed += grade.review;
    found.high += grade.credit >= high_credit;
    found.high_but_bad += grade.credit >= high_credit && grade.human < low_mark;
    found.banded += grade.band_low <= grade.band_high;
    found.in_band += grade.human >= grade.band_low && grade.human <= grade.band_high;
    found.low += grade.credit < low_mark;
    found.low_but_good += grade.credit < low_mark && grade.human >= high_credit;
  }
  if (graded.empty()) return found;
  const auto count = static_cast<double>(graded.size());
  double credits = 0, marks = 0;
  for (const MarkedGrade* grade : graded) {
    credits += grade->credit / count;
    marks += grade->human / count;
  }
  double together = 0, of_credits = 0, of_marks = 0, off = 0;
  for (const MarkedGrade* grade : graded) {
    const double credit = grade->credit - credits, mark = grade->human - marks;
    together += credit * mark;
    of_credits += credit * credit;
    of_marks += mark * mark;
    off += (grade->credit - grade->human) * (grade->credit - grade->human);
  }
  constexpr double none = 1e-12;  // all the same, but for rounding
  if (of_credits > none && of_marks > none) found.pearson = together / std::sqrt(of_credits * of_marks);
  if (of_credits > none) found.slope = together / of_credits;
  found.intercept = marks - found.slope * credits;
  found.rmse = std::sqrt(off / count);
  found.kappa = kappa_of(graded);
  return found;
}

std::vector<const MarkedGrade*> worst_of(const std::vector<MarkedGrade>& grades, std::size_t most) {
  std::vector<const MarkedGrade*> worst;
  for (const MarkedGrade& grade : grades)
    if (grade.graded) worst.push_back(&grade);
  auto off = [](const MarkedGrade* grade) { return std::abs(grade->credit - grade->human); };
  std::stable_sort(worst.begin(), worst.end(), [&](const MarkedGrade* a, const MarkedGrade* b) { return off(a) > off(b); });
  if (worst.size() > most) worst.resize(most);
  return worst;
}

Calibration Calibration::fitted_to(const Agreement& agreement, const std::string& engine) {
  return {engine, agreement.answers - agreement.ungraded, agreement.slope, agreement.intercept};
}

Result<Calibration> Calibration::read(const std::string& file, const std::string& engine) {
  Result<std::string> text = read_file(file, 1u << 16);
  if (!text) return text.error();
  Result<Json> json = parse_json(*text, file);
  if (!json) return json.error();
  auto number = [&](const char* key) { return json->is_object() && json->contains(key) && (*json)[key].is_number(); };
  if (!number("calibration") || !number("answers") || !number("slope") || !number("intercept") || !(*json)["engine"].is_string() ||
      (*json)["calibration"] != format)
    return error_in(file, 0, "is no calibration that this engine reads; viva agree --write-calibration makes one");
  Calibration read{(*json)["engine"], (*json)["answers"], (*json)["slope"], (*json)["intercept"]};
  if (read.engine != engine)
    return error_in(
        file, 0,
        "was made for the grades of engine " + read.engine + ", and this is " + engine + "; make it again with --write-calibration");
  return read;
}

Status Calibration::write(const std::string& file) const {
  Json json = {{"calibration", format}, {"engine", engine}, {"answers", answers}, {"slope", slope}, {"intercept", intercept}};
  return write_file(file, json.dump(1) + "\n");
}

double Calibration::apply(double credit) const { return std::clamp(intercept + slope * credit, 0.0, 1.0); }

}  // namespace viva
