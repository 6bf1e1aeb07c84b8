// The self tests of the shipped languages, in the real cage.
#include <catch2/catch.hpp>

#include "base/locations.h"
#include "script/host.h"

namespace viva {

TEST_CASE("languages: each that is installed passes its self tests", "[languages]") {
  DomainOptions options;
  options.program = worker_program();
  options.engine_version = "test";
  Result<std::unique_ptr<ScriptHost>> host = ScriptHost::start(home_folder(), {}, options);
  REQUIRE(host);
  REQUIRE((*host)->load(Json::object(), {}));
  CHECK((*host)->names("language") == std::vector<std::string>{"bash", "cpp", "javascript", "lua", "python", "redis", "sql"});
  for (const Declaration* language : (*host)->all("language")) {
    const int count = static_cast<int>(language->language.at("self_tests").size());
    CHECK(count > 0);
    for (int i = 1; i <= count; ++i) {
      INFO(language->name << ", self test " << i);
      Result<Json> report = (*host)->invoke(*language, "try_out", Json::array({i}));
      if (!report && report.error().message.find("is not installed") != std::string::npos) {
        WARN(report.error().message);
        continue;
      }
      INFO((report ? to_text(*report) : report.error().text()));
      REQUIRE(report);
      CHECK_FALSE(report->contains("problem"));
    }
  }
}

}  // namespace viva
