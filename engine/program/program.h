// The program's subcommands: one file each. A file add_NAME adds its subcommand to the command line and returns what runs it:
//
//   Command add_list(CLI::App& program, const CommonOptions& common) {
//     auto wish = std::make_shared<ListOptions>();
//     CLI::App* command = program.add_subcommand("list", "Show the questions");
//     command->add_option("--area", wish->area, "Only of this area");
//     return {command, [wish, &common] { … return status; }};
//   }
//
// and stands in the list in main.cc. Exit statuses: 0 all is well, 1 it ran and something was not, 2 it could not run, 130 interrupted.
// Errors go to standard error, as `viva: file:line: message`.
#pragma once

#include <CLI/App.hpp>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "grading/question_store.h"
#include "judge/judge.h"
#include "script/host.h"

namespace viva {

// What every subcommand accepts.
struct CommonOptions {
  std::vector<std::string> packs;  // folders with questions/ and scripts/
  std::string language = "en";     // or "zh"
  std::vector<std::string> accepted;  // guarantees of the cage that the person goes without
  std::string judge_url, judge_model;  // an endpoint and a model that reads free text as well; empty: none
  int judge_seconds = 60;              // for one request to it
  std::string data;                // folder of sessions and history; empty: data_folder()
};

struct Command {
  CLI::App* chosen;          // this subcommand on the command line
  std::function<int()> run;  // → exit status
};

Command add_grade(CLI::App& program, const CommonOptions& common);
Command add_agree(CLI::App& program, const CommonOptions& common);
Command add_list(CLI::App& program, const CommonOptions& common);
Command add_show(CLI::App& program, const CommonOptions& common);
Command add_check(CLI::App& program, const CommonOptions& common);
Command add_doctor(CLI::App& program, const CommonOptions& common);

// Without a subcommand. → exit status
int open_prompt(const CommonOptions& common);

// Bank and scripts, loaded. It stays where it is: its parts point at each other.
struct Context {
  std::string language;
  Bank bank;
  std::vector<Error> bank_faults;  // of question files, which were left out
  DomainOptions worker;            // how its workers are started, for more of them
  std::unique_ptr<ScriptHost> host;
  std::unique_ptr<QuestionStore> questions;
  std::unique_ptr<Judge> judge;  // nullptr: none was named
};

// The bank is read while the worker starts. Faulty question files and scripts are left out, and in bank_faults and host->problems(); an error
// means that nothing can be done: a pack that is not there, no worker. Once `stop` is true, workers are not waited for any more.
Result<std::unique_ptr<Context>> open_context(const CommonOptions& common, const std::atomic<bool>* stop = nullptr);

// Where sessions and history are kept.
std::string data_folder_of(const CommonOptions& common);

// Prints "viva: TEXT" on standard error, control characters made visible.
void complain(const std::string& text);
// The same, and the exit status of a program that could not run.
int fail(const Error& problem);

}  // namespace viva
