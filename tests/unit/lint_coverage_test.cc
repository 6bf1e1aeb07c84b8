#include <catch2/catch.hpp>

#include "bank_folder.h"
#include "lint/coverage.h"

using namespace viva;
using Ids = std::vector<std::string>;

namespace {

const char* const catalogue = R"({"areas": {"web": {"en": "Web", "zh": "网络"}}, "catalogue": {
  "s1-1": {"area": "web", "en": "a", "zh": "a", "erratum": "wrong"}, "s1-2": {"area": "web", "en": "b", "zh": "b", "erratum": "wrong"},
  "s1-3": {"area": "net", "en": "c", "zh": "c", "erratum": "minor"}}})";

}  // namespace

TEST_CASE("coverage: questions by area, kind, level and language, and what is missing", "[lint]") {
  ScratchBank bank;
  bank.write("index.json", catalogue);
  bank.write("web/http.json", R"({"type": "choice", "prompt": {"en": "What is safe?", "zh": "什么是安全的？"}, "level": "junior",
    "covers": ["s1-1"], "options": [{"text": "x", "trap": "s1-1"}],
    "follow_ups": [{"question": {"id": "more", "type": "numeric", "prompt": "这里有几个？", "level": "mid"}}]})");
  bank.write("web/tls.json", R"({"type": "choice", "prompt": "Only in one language", "level": "senior", "covers": ["s1-3"]})");
  std::vector<Error> faults;
  const Coverage coverage = coverage_of(Bank::load({{bank.root, ""}}, faults));
  CHECK(texts(faults) == Ids{});
  CHECK(coverage.all.questions == 3);
  CHECK(coverage.inside_others == 1);
  CHECK(coverage.topics == 3);
  CHECK(coverage.uncovered == Ids{"s1-2"});
  CHECK(coverage.errata == 2);
  CHECK(coverage.untrapped == Ids{"s1-2"});
  const AreaCoverage& web = coverage.areas.at("web");
  CHECK((web.topics == 2 && web.covered == 1));
  CHECK(coverage.areas.at("net").covered == 1);  // by a question of another area
  CHECK((web.all.junior == 1 && web.all.mid == 1 && web.all.senior == 1));
  CHECK((web.all.en == 2 && web.all.zh == 2));
  CHECK(web.kinds.at("choice").questions == 2);
  CHECK((web.kinds.at("numeric").en == 0 && web.kinds.at("numeric").zh == 1));
}

TEST_CASE("coverage: packs are counted by themselves, against their own catalogue", "[lint]") {
  ScratchBank shipped, pack;
  shipped.write("index.json", catalogue);
  shipped.question("web/http.json", R"("covers": ["s1-1"])");
  pack.write(
      "index.json",
      R"({"catalogue": {"mine-1": {"area": "chess", "en": "Openings", "zh": "开局"}, "mine-2": {"area": "chess", "en": "Ends", "zh": "残局"}}})");
  pack.question("chess/gambit.json", R"("covers": ["mine-2"])");
  std::vector<Error> faults;
  const Bank bank = Bank::load({{shipped.root, ""}, {pack.root, "mypack"}}, faults);
  const Coverage coverage = coverage_of(bank, 1);
  CHECK((coverage.all.questions == 1 && coverage.topics == 2 && coverage.errata == 0));
  CHECK(coverage.uncovered == Ids{"mine-1"});
  CHECK(coverage.areas.size() == 1);
}
