#include "program/program.h"

namespace viva {

Command add_grade(CLI::App& program, const CommonOptions& common) {
  CLI::App* command = program.add_subcommand("grade", "Grade files of answers");
  return {command, [&common] {
            Result<std::unique_ptr<Context>> context = open_context(common);
            if (!context) return fail(context.error());
            for (const Error& problem : (*context)->host->problems()) complain(problem.text());
            return 0;
          }};
}

}  // namespace viva
