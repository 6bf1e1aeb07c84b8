#include "text/measures.h"

#include <map>
#include <sstream>

namespace viva {
namespace {

using Table = std::map<std::string, std::vector<Measure>>;

void add(Table& table, Dimension dimension, const char* names, double decimal, double binary = 0) {
  std::istringstream list(names);
  for (std::string name; list >> name;) table[name].push_back({dimension, decimal, binary != 0 ? binary : decimal});
}

Table make_table() {
  Table table;
  add(table, Dimension::data, "b byte bytes 字节", 1);
  add(table, Dimension::data, "bit bits 比特", 1.0 / 8);
  constexpr const char* prefixes[][4] = {{"k", "kilo", "kibi", "千"},
                                         {"m", "mega", "mebi", "兆"},
                                         {"g", "giga", "gibi", "吉"},
                                         {"t", "tera", "tebi", "太"},
                                         {"p", "peta", "pebi", "拍"}};
  double decimal = 1, binary = 1;
  for (const auto& [letter, word, binary_word, han] : prefixes) {
    decimal *= 1000;
    binary *= 1024;
    const std::string l = letter, w = word, b = binary_word, h = han;
    std::string bytes = l + "b " + l + " " + l + "byte " + l + "bytes " + w + "byte " + w + "bytes " + h + "字节 " + h + "b";
    if (h != "千") bytes += " " + h;
    add(table, Dimension::data, bytes.c_str(), decimal, binary);
    add(table, Dimension::data, (l + "ib " + l + "i " + l + "ibyte " + l + "ibytes " + b + "byte " + b + "bytes").c_str(), binary);
    add(table, Dimension::data, (l + "bit " + l + "bits " + w + "bit " + w + "bits " + h + "比特 " + h + "位").c_str(), decimal / 8,
        binary / 8);
    add(table, Dimension::data, (l + "ibit " + l + "ibits " + b + "bit " + b + "bits").c_str(), binary / 8);
    add(table, Dimension::data_rate, (l + "bps").c_str(), decimal / 8, binary / 8);
  }
  add(table, Dimension::data_rate, "bps", 1.0 / 8);
  add(table, Dimension::time, "ns nsec nsecs nanosecond nanoseconds 纳秒", 1e-9);
  add(table, Dimension::time, "us μs usec usecs microsecond microseconds 微秒", 1e-6);
  add(table, Dimension::time, "ms msec msecs millisecond milliseconds 毫秒", 1e-3);
  add(table, Dimension::time, "s sec secs second seconds 秒 秒钟", 1);
  add(table, Dimension::time, "min m mins minute minutes 分钟 分", 60);
  add(table, Dimension::time, "h hr hrs hour hours 小时 钟头", 3600);
  add(table, Dimension::time, "day days d 天 日", 86400);
  add(table, Dimension::time, "week weeks 周 星期", 7 * 86400);
  add(table, Dimension::time, "year years 年", 365 * 86400);
  add(table, Dimension::share, "% percent pct", 0.01);
  add(table, Dimension::share, "‰", 0.001);
  add(table, Dimension::share, "成", 0.1);
  add(table, Dimension::rate, "qps rps tps iops hz", 1);
  add(table, Dimension::rate, "khz", 1e3);
  add(table, Dimension::rate, "mhz", 1e6);
  add(table, Dimension::rate, "ghz", 1e9);
  add(table, Dimension::number, "k thousand 千", 1e3);
  add(table, Dimension::number, "w 万", 1e4);
  add(table, Dimension::number, "m million 百万", 1e6);
  add(table, Dimension::number, "g b bn billion 十亿", 1e9);
  add(table, Dimension::number, "t trillion 万亿", 1e12);
  add(table, Dimension::number, "hundred 百", 100);
  add(table, Dimension::number, "十万", 1e5);
  add(table, Dimension::number, "千万", 1e7);
  add(table, Dimension::number, "亿", 1e8);
  add(table, Dimension::number, "百亿", 1e10);
  add(table, Dimension::number, "千亿", 1e11);
  return table;
}

}  // namespace

const std::vector<Measure>& measures_named(const std::string& name) {
  static const Table table = make_table();
  static const std::vector<Measure> none;
  const auto found = table.find(name);
  return found == table.end() ? none : found->second;
}

double multiplier_named(const std::string& name) {
  for (const Measure& measure : measures_named(name))
    if (measure.dimension == Dimension::number) return measure.decimal;
  return 0;
}

double number_named(const std::string& word) {
  static const std::map<std::string, double> words = {
      {"half", 0.5},   {"an", 1},      {"one", 1},       {"two", 2},        {"three", 3},  {"four", 4},    {"five", 5},
      {"six", 6},      {"seven", 7},   {"eight", 8},     {"nine", 9},       {"ten", 10},   {"eleven", 11}, {"twelve", 12},
      {"fifteen", 15}, {"twenty", 20}, {"thirty", 30},   {"forty", 40},     {"fifty", 50}, {"sixty", 60},  {"seventy", 70},
      {"eighty", 80},  {"ninety", 90}, {"hundred", 100}, {"thousand", 1000}};
  const auto found = words.find(word);
  return found == words.end() ? 0 : found->second;
}

}  // namespace viva
