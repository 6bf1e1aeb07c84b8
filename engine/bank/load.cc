// Bank::load: folders to index.
#include <dirent.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <thread>

#include "bank/bank.h"
#include "bank/locate.h"
#include "base/files.h"

namespace viva {
namespace {

struct Listing {
  std::vector<std::string> names;  // sorted, without those that begin with a dot
  int failure = 0;                 // errno
};

Listing list(const std::string& folder) {
  Listing listing;
  DIR* open = ::opendir(folder.c_str());
  if (!open) return {{}, errno};
  while (const dirent* found = ::readdir(open)) {
    if (found->d_name[0] != '.') listing.names.emplace_back(found->d_name);
  }
  ::closedir(open);
  std::sort(listing.names.begin(), listing.names.end());
  return listing;
}

// One file to be read.
struct Job {
  std::size_t folder;
  std::string area, name;  // without ".json"
};

// What came of it.
struct Outcome {
  std::vector<QuestionEntry> entries;
  std::vector<Error> faults;
};

bool ends_with_json(const std::string& name) { return name.size() > 5 && name.compare(name.size() - 5, 5, ".json") == 0; }

bool is_question_folder_file(const std::string& name) { return name == "index.json" || name == "glossary.json" || name == "schema.json" || name == "published.json"; }

std::vector<Job> list_questions(const std::vector<BankFolder>& folders, std::vector<Error>& faults) {
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    std::string root = folders[i].root + "/questions";
    Listing areas = list(root);
    bool pack_without_questions = areas.failure == ENOENT && !folders[i].name.empty();
    if (areas.failure != 0 && !pack_without_questions)
      faults.push_back(error_in(shown_file(folders[i], ""), 0, std::string("cannot be listed: ") + std::strerror(areas.failure)));
    for (const std::string& area : areas.names) {
      Listing files = list(root + "/" + area);
      if (files.failure == ENOTDIR) {
        if (ends_with_json(area) && !is_question_folder_file(area))
          faults.push_back(
              error_in(shown_file(folders[i], area), 0, "a question is kept in the folder of its area: questions/AREA/" + area));
        continue;
      }
      if (files.failure != 0)
        faults.push_back(error_in(shown_file(folders[i], area), 0, std::string("cannot be listed: ") + std::strerror(files.failure)));
      for (std::string& file : files.names) {
        if (ends_with_json(file)) jobs.push_back({i, area, file.substr(0, file.size() - 5)});
      }
    }
  }
  return jobs;
}

Outcome read_question(const BankFolder& folder, const Job& job) {
  Outcome outcome;
  std::string place = job.area + "/" + job.name + ".json", shown = shown_file(folder, place);
  if (!is_slug(job.area) || !is_slug(job.name)) {
    outcome.faults.push_back(
        error_in(shown, 0, "the names of the file and of its folder are the question's id; make them of small letters, digits and '-'"));
    return outcome;
  }
  auto text = read_file(folder.root + "/questions/" + place, largest_question_file);
  if (!text) {
    outcome.faults.push_back(error_in(shown, 0, text.error().message));
    return outcome;
  }
  auto entries = read_entries(*text, job.area + "." + job.name, shown);
  if (!entries) {
    outcome.faults.push_back(entries.error());
    return outcome;
  }
  for (QuestionEntry& entry : *entries) entry.folder = job.folder;
  outcome.entries = std::move(*entries);
  return outcome;
}

// Shares the jobs out among threads by a counter; each outcome has its own place, so that their order is the jobs' order.
std::vector<Outcome> read_all(const std::vector<BankFolder>& folders, const std::vector<Job>& jobs) {
  std::vector<Outcome> outcomes(jobs.size());
  std::atomic<std::size_t> taken{0};
  auto work = [&] {
    constexpr std::size_t handful = 16;
    for (std::size_t first; (first = taken.fetch_add(handful)) < jobs.size();) {
      for (std::size_t i = first; i < std::min(first + handful, jobs.size()); ++i)
        outcomes[i] = read_question(folders[jobs[i].folder], jobs[i]);
    }
  };
  if (jobs.size() > 100 && std::thread::hardware_concurrency() > 1) {
    std::thread second(work);
    work();
    second.join();
  } else {
    work();
  }
  return outcomes;
}

}  // namespace

Bank Bank::load(std::vector<BankFolder> folders, std::vector<Error>& faults) {
  Bank bank;
  bank.folders_ = std::move(folders);
  bank.glossary_ = {{"concepts", Json::object()}};
  std::vector<Error> found;
  for (std::size_t i = 0; i < bank.folders_.size(); ++i) {
    bank.add_index(i, found);
    bank.add_glossary(i, found);
  }
  bank.add_questions(found);
  bank.make_findable(found);
  sort_errors(found);
  faults.insert(faults.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return bank;
}

void Bank::add_questions(std::vector<Error>& faults) {
  std::vector<Job> jobs = list_questions(folders_, faults);
  for (Outcome& outcome : read_all(folders_, jobs)) {
    faults.insert(faults.end(), outcome.faults.begin(), outcome.faults.end());
    for (QuestionEntry& entry : outcome.entries) (entry.parent.empty() ? entries_ : inline_).push_back(std::move(entry));
  }
}

// Sorts by id and leaves out those whose id is taken: by a question of an earlier folder, or earlier in the same file.
void Bank::settle(std::vector<QuestionEntry>& entries, std::vector<Error>& faults) const {
  std::stable_sort(entries.begin(), entries.end(), [](const QuestionEntry& a, const QuestionEntry& b) { return a.id < b.id; });
  std::vector<QuestionEntry> kept;
  kept.reserve(entries.size());
  for (QuestionEntry& entry : entries) {
    if (kept.empty() || kept.back().id != entry.id) {
      kept.push_back(std::move(entry));
    } else if (entry.parent.empty()) {
      faults.push_back(error_in(entry.file, 0, "the id '" + entry.id + "' is taken by " + kept.back().file + "; rename this file"));
    } else {
      faults.push_back({"the id '" + entry.id + "' is taken by another inline question of this file; rename one",
                        entry.file,
                        0,
                        entry.pointer + "/id",
                        {}});
      add_line(faults.back(), path_of(entry));
    }
  }
  entries = std::move(kept);
}

void Bank::make_findable(std::vector<Error>& faults) {
  settle(entries_, faults);
  for (const QuestionEntry& entry : entries_) by_id_.emplace(entry.id, &entry);
  auto of_left_out = [&](const QuestionEntry& entry) {
    std::size_t area_end = entry.id.find('.');
    return by_id_.at(entry.id.substr(0, entry.id.find('.', area_end + 1)))->folder != entry.folder;
  };
  inline_.erase(std::remove_if(inline_.begin(), inline_.end(), of_left_out), inline_.end());
  settle(inline_, faults);
  for (const QuestionEntry& entry : inline_) by_id_.emplace(entry.id, &entry);

  for (const QuestionEntry& entry : entries_) {
    for (const std::string& former : entry.formerly) {
      if (auto own = by_id_.find(former); own != by_id_.end()) {
        faults.push_back(
            {"'" + former + "' is the id of " + own->second->file + "; a former id must not be in use", entry.file, 0, "/formerly", {}});
      } else if (auto [other, added] = current_id_.emplace(former, entry.id); !added) {
        faults.push_back(
            {"'" + former + "' is a former id of '" + other->second + "' too; keep it in one of them", entry.file, 0, "/formerly", {}});
      } else {
        continue;
      }
      add_line(faults.back(), path_of(entry));
    }
  }
  for (const QuestionEntry& entry : entries_) {
    if (areas_.emplace(entry.area, Name{entry.area, entry.area}).second) unnamed_areas_.insert(entry.area);
  }
}

}  // namespace viva
