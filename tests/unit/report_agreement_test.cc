#include <catch2/catch.hpp>

#include "bank_folder.h"
#include "base/files.h"
#include "report/agreement.h"
#include "text/copied.h"

using namespace viva;

namespace {

MarkedGrade grade(double credit, double human, bool review = false) {
  MarkedGrade made;
  made.credit = credit;
  made.human = human;
  made.review = review;
  made.graded = true;
  return made;
}

}  // namespace

TEST_CASE("agreement: the same marks agree wholly, opposite ones not at all") {
  const Agreement same = agreement_of({grade(0, 0), grade(0.5, 0.5), grade(1, 1)});
  CHECK(same.pearson == Approx(1));
  CHECK(same.rmse == Approx(0).margin(1e-9));
  CHECK(same.kappa == Approx(1));
  const Agreement opposite = agreement_of({grade(0, 1), grade(0.5, 0.5), grade(1, 0)});
  CHECK(opposite.pearson == Approx(-1));
  CHECK(opposite.kappa == Approx(-1));
  CHECK(opposite.high_but_bad == 1);
  CHECK(opposite.low_but_good == 1);
}

TEST_CASE("agreement: what cannot be told is 0, and what was not graded counts nowhere else") {
  CHECK(agreement_of({}).pearson == 0);
  CHECK(agreement_of({grade(0.3, 1), grade(0.3, 0)}).pearson == 0);
  MarkedGrade lost;
  const Agreement found = agreement_of({grade(0, 0), lost, grade(1, 1, true)});
  CHECK(found.answers == 3);
  CHECK(found.ungraded == 1);
  CHECK(found.reviewed == 1);
  CHECK(found.pearson == Approx(1));
}

TEST_CASE("agreement: the worst are those farthest from their marks, the earlier first") {
  const std::vector<MarkedGrade> grades = {grade(0.5, 0.6), grade(0, 1), grade(1, 0), grade(0.2, 0.9)};
  const std::vector<const MarkedGrade*> worst = worst_of(grades, 3);
  REQUIRE(worst.size() == 3);
  CHECK(worst[0] == &grades[1]);
  CHECK(worst[1] == &grades[2]);
  CHECK(worst[2] == &grades[3]);
}

TEST_CASE("calibration: written, read again and refused for another engine") {
  const ScratchBank folder;
  const std::string file = folder.root + "/line.json";
  const Calibration made = Calibration::fitted_to(agreement_of({grade(0, 0.5), grade(1, 1)}), "2-icu72.1");
  CHECK(made.apply(0.5) == Approx(0.75));
  CHECK(made.apply(-9) == 0);
  REQUIRE(made.write(file));
  CHECK(Calibration::read(file, "2-icu72.1")->apply(0.5) == Approx(0.75));
  CHECK(Calibration::read(file, "3-icu72.1").error().message ==
        "was made for the grades of engine 2-icu72.1, and this is 3-icu72.1; make it again with --write-calibration");
  REQUIRE(write_file(file, "{}"));
  CHECK(Calibration::read(file, "2-icu72.1").error().message ==
        "is no calibration that this engine reads; viva agree --write-calibration makes one");
}

TEST_CASE("copied: runs of five units that were shown") {
  const ShownText shown({"Explain what the GIL protects and what it leaves open."});
  CHECK(shown.share(IndexedText("what the GIL protects and what it leaves open")) == 1);
  CHECK(shown.share(IndexedText("It protects what the interpreter keeps of its own.")) == 0);
  CHECK(shown.share(IndexedText("the GIL")) == 0);
  CHECK(ShownText({"缓存满了怎么办？"}).share(IndexedText("缓存满了怎么办")) == 1);
}

TEST_CASE("units: letters of other alphabets inside Latin words are what they look like") {
  CHECK(units("l\u043eck")[0].text == "lock");
  CHECK(units("\u043d\u0435\u0442").empty());
}
