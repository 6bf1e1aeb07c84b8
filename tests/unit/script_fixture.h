// Scripts in a caged worker, for tests: one file of the test's own beside a plain scoring rule, and any question asked for is of the type `t`.
#pragma once

#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/locations.h"
#include "script/host.h"

struct Scripts {
  std::unique_ptr<viva::ScriptHost> host;

  explicit Scripts(const std::string& text, std::chrono::milliseconds allowed = std::chrono::milliseconds(10000)) {
    viva::DomainOptions options;
    options.program = viva::worker_program();
    options.engine_version = "test";
    options.allowed = allowed;
    std::vector<viva::ScriptFile> files = {
        {"scripts/plain.lua", "scoring_rule { name = 'plain', description = 'd', score = function(r) return r.credit end }", "shipped", ""},
        {"scripts/a.lua", text, "shipped", ""}};
    host = viva::ScriptHost::from_files({files}, {"shipped"}, options);
    viva::Status loaded = host->load(viva::Json::object(), [](const std::string& id) {
      return viva::Json{{"content", {{"id", id}, {"type", "t"}, {"key", "yes"}, {"seconds", 60}}}, {"type", "t"}, {"version", "q"}, {"type_version", "t"}};
    });
    INFO((loaded ? "" : loaded.error().text()));
    REQUIRE(loaded);
  }

  std::string problem() { return host->problems().empty() ? "" : host->problems().front().text(); }

  // Grades the answers as one frame and returns the records.
  std::string grade(const std::vector<std::string>& answers) {
    viva::Frame request;
    request.header = {{"op", "grade"}, {"language", "en"}, {"rule", "plain"}};
    for (const std::string& answer : answers) request.body += R"({"candidate":"c","question":"a.b","answer":)" + viva::Json(answer).dump() + "}\n";
    viva::Result<viva::Frame> reply = host->shipped().run(request);
    return reply ? reply->body : reply.error().text();
  }
};

inline std::string type(const std::string& grade) {
  return "question_type { name = 't', description = 'd', fields = { key = 'string' },\n grade = function(q, response, env)\n" + grade + "\n end }";
}
