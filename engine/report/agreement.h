// How far grades agree with the marks that people gave to the same answers.
//
//   std::vector<MarkedGrade> grades = …;
//   Agreement all = agreement_of(grades);        // all.pearson, all.rmse, all.kappa, …
//
// Pearson says whether the order is right, RMSE how far the numbers lie apart, kappa how often both fall into the same of five classes,
// with near misses counted as nearly right. The two shares say how far a credit can be trusted: at the top and at the bottom.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace viva {

struct MarkedGrade {
  std::string candidate, question;
  std::string answer;  // as the person reads it
  double human = 0;    // 0..1
  bool graded = false;
  double credit = 0;  // where graded
  bool review = false;
  double band_low = 0, band_high = -1;  // high below low: there is none
  Json parts = Json::array();
};

// Above this a credit promises a good answer; a mark below the second one calls an answer bad.
constexpr double high_credit = 0.85, low_mark = 0.5;

struct Agreement {
  long answers = 0, ungraded = 0, reviewed = 0;  // reviewed: graded, and flagged for a person to look at
  double pearson = 0;                            // 0 where all marks or all credits are the same
  double rmse = 0;
  double kappa = 0;                 // quadratic weights, classes 0, 1/4, 1/2, 3/4 and 1
  long high = 0, high_but_bad = 0;  // credit high; of these marked low
  long low = 0, low_but_good = 0;   // credit below low_mark; of these marked high
  long banded = 0, in_band = 0;     // with a band; of these with the mark inside
  double slope = 1, intercept = 0;  // of the line through the marks over the credits
};

Agreement agreement_of(const std::vector<MarkedGrade>& grades);

// The grades that lie farthest from their marks, worst first; at most `most`. Of equal ones the earlier comes first.
std::vector<const MarkedGrade*> worst_of(const std::vector<MarkedGrade>& grades, std::size_t most);

// A line that makes credits like the marks they were fitted to: {"calibration": 1, "engine", "answers", "slope", "intercept"}. The engine's
// version says which grades it was made for.
struct Calibration {
  static constexpr int format = 1;
  std::string engine;
  long answers = 0;
  double slope = 1, intercept = 0;

  static Calibration fitted_to(const Agreement& agreement, const std::string& engine);
  static Result<Calibration> read(const std::string& file, const std::string& engine);  // refused: made by another engine
  Status write(const std::string& file) const;
  double apply(double credit) const;  // 0..1
};

}  // namespace viva
