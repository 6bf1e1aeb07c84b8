#include <catch2/catch.hpp>
#include <random>

#include "text/function_words.h"
#include "text/similarity.h"

using namespace viva;

namespace {

const std::string lock_question = "What does a lock protect?",
                  lock_model = "A lock lets only one thread at a time enter the critical section, so shared variables stay consistent.";
const std::string lru_question = "缓存满了怎么办？", lru_model = "淘汰最久没有被访问的键，给新数据腾出空间。";

double credit(const std::string& answer, const std::string& model = lock_model, const std::string& question = lock_question) {
  return ModelAnswers({question}, {{"en", model}}).compare(IndexedText(answer)).credit;
}

double credit_zh(const std::string& answer) {
  return ModelAnswers({lru_question}, {{"zh", lru_model}}).compare(IndexedText(answer)).credit;
}

Form form(const std::string& answer) { return form_of(IndexedText(answer), answer); }

}  // namespace

TEST_CASE("similarity: a model answer is worth everything, nothing is worth nothing") {
  CHECK(credit(lock_model) == Approx(1));
  CHECK(credit("") == 0);
  CHECK(credit("!?") == 0);
  CHECK(credit_zh(lru_model) == Approx(1));
  CHECK(credit_zh("") == 0);
}

TEST_CASE("similarity: answers of the same content in other words stand above those of other content") {
  CHECK(credit("Just one thread may enter the critical section at any time.") > 0.5);
  CHECK(credit("It makes programs faster because disks are slow.") < 0.3);
  CHECK(credit_zh("把最久没访问的淘汰掉") > 0.6);
  CHECK(credit_zh("加锁可以防止并发问题") < 0.3);
}

TEST_CASE("similarity: slips and other endings are nearly the word") {
  CHECK(credit("Only one thred at a time enters the critcal section, so shared variabels stay consistent") > 0.8);
  CHECK(credit("threads consistency") > credit("processes speed"));
}

TEST_CASE("similarity: words of the question tell nothing, unless the model has no others") {
  CHECK(credit("A lock does protect.") < 0.2);
  CHECK(credit("lock", "A lock.", "Lock or queue?") > 0.5);
}

TEST_CASE("similarity: what only one of the two denies is half missing") {
  const std::string model = "The terminals are connected.";
  CHECK(credit("The terminals are not connected.", model) < credit("The terminals are connected.", model));
  const Similarity found = ModelAnswers({"Why?"}, {{"en", model}}).compare(IndexedText("They are not connected."));
  CHECK(found.opposed > 0.5);
  CHECK(ModelAnswers({"为什么？"}, {{"zh", "两个端子是相连的"}}).compare(IndexedText("两个端子并不相连")).opposed > 0.2);
}

TEST_CASE("similarity: denials put into a model, or left out of it, show") {
  const ModelAnswers models({lock_question}, {{"en", lock_model}, {"zh", lru_model}});
  const Similarity same = models.compare(IndexedText(lock_model));
  CHECK(same.denials == 0);
  CHECK(same.turned == 0);
  const Similarity denied = models.compare(
      IndexedText("A lock does not let only one thread at a time enter the critical section, so shared variables do not stay consistent."));
  CHECK(denied.denials == 2);
  CHECK(denied.turned == Approx(1));
  CHECK(denied.opposed > 0.5);
  const Similarity in_chinese = models.compare(IndexedText("不淘汰最久没有被访问的键，不给新数据腾出空间。"));
  CHECK(in_chinese.denials == 2);
  CHECK(in_chinese.opposed > 0.3);
}

TEST_CASE("similarity: the nearest of several models counts, in any language") {
  const ModelAnswers models({lock_question}, {{"en", "It is slow."}, {"en", lock_model}, {"zh", "同一时刻只让一个线程进入临界区。"}});
  CHECK(models.compare(IndexedText("one thread at a time in the critical section")).model == 1);
  CHECK(models.compare(IndexedText("只有一个线程能进入临界区")).model == 2);
  CHECK(models.compare(IndexedText("只让一个 thread 进入 critical section")).credit > 0.3);
}

TEST_CASE("similarity: without a model in the answer's language there is nothing to compare") {
  CHECK_FALSE(ModelAnswers({"?"}, {{"en", lock_model}}).compare(IndexedText("同一时刻只让一个线程进入临界区")).comparable);
  CHECK_FALSE(ModelAnswers({"?"}, {}).compare(IndexedText("one thread")).comparable);
  // Terms are international.
  CHECK(ModelAnswers({"?"}, {{"zh", "TCP 需要三次握手"}}).compare(IndexedText("TCP")).comparable);
}

TEST_CASE("similarity: shuffled words keep the words and lose their order") {
  const ModelAnswers models({lock_question}, {{"en", lock_model}});
  const Similarity whole = models.compare(IndexedText(lock_model));
  const Similarity shuffled =
      models.compare(IndexedText("consistent time enter one thread critical so a the stay section lets variables shared only at lock a"));
  CHECK(whole.order == Approx(1));
  CHECK(shuffled.coverage > 0.9);
  CHECK(shuffled.order < 0.2);
  const ModelAnswers chinese({lru_question}, {{"zh", lru_model}});
  CHECK(chinese.compare(IndexedText(lru_model)).order == Approx(1));
  CHECK(chinese.compare(IndexedText("空间腾出数据给新键，访问被没有久最淘汰的")).order < 0.2);
  CHECK(chinese.compare(IndexedText("淘汰最久没有被访问的键")).order == Approx(1));  // short, but in the model's order
}

TEST_CASE("similarity: any bytes can be compared, and more words never cost more than their number") {
  std::mt19937 random(7);
  const ModelAnswers models({lock_question}, {{"en", lock_model}, {"zh", lru_model}});
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (std::size_t i = 0; i < random() % 200; ++i) bytes += static_cast<char>(random() % 256);
    const Similarity found = models.compare(IndexedText(bytes));
    CHECK((found.credit >= 0 && found.credit <= 1));
  }
  const ModelAnswers long_model({"?"}, {{"en", std::string(300000, 'a')}});
  CHECK(long_model.compare(IndexedText(std::string(300000, 'a'))).credit <= 1);
}

TEST_CASE("form: lists of words, torn sentences and other languages show") {
  const Form sentence = form("The lock is held by the thread that took it, and nobody else may release it.");
  CHECK(sentence.latin == 16);
  CHECK(sentence.function_words == 9);
  CHECK(sentence.torn == 0);
  CHECK_FALSE(sentence.foreign);
  CHECK(form("lock mutex thread semaphore queue").function_words == 0);
  CHECK(form("thread the is of and lock a is").torn == 2);
  CHECK(form("Der Thread ist nicht der Besitzer und kann ihn nicht freigeben.").foreign);
  CHECK(form("Поток не владеет мьютексом").foreign);
  CHECK(form("ロックはスレッドを守る").foreign);
  CHECK_FALSE(form("锁只能由持有它的线程释放").foreign);
  CHECK(form("锁只能由持有它的线程释放").han == 12);
  CHECK(form("锁只能由持有它的 thread 释放").han_pieces == 1);
  CHECK(form("锁 线程、死锁，释放").han_pieces == 4);
  CHECK_FALSE(form("the thrеаd holds thе lосk").foreign);  // Cyrillic letters inside Latin words
}
TEST_CASE("texts: an answer that calls itself false is told from one that calls the question wrong", "[text]") {
  for (const char* taken_back : {"It is false that a lock is held.", "People often claim the following, which is nonsense: a lock is held.",
                                 "很多人误以为：锁被持有。", "Here is a common myth: a lock is held.", "有人说（其实是错的）：锁被持有。",
                                 "A lock is held by one thread at a time, and whoever comes later waits for it. All others wait until it "
                                 "is released, in turn, one after another. "
                                 "None of this is true.",
                                 "同一时刻只有一个线程持有锁，后来的线程都要等待；持有者释放之后，等待者才能依次进入临界区，一个接一个，直"
                                 "到所有线程都完成工作。以上说法都是错的。"})
    CHECK(form(taken_back).framed);
  for (const char* meant : {"Wrong: a lock is held.", "That is false: tuples are immutable.", "不对：锁不会自己释放。",
                            "Two cases: a wrong key and a lock.", "A lock is held. It would be wrong to wait.", "Many: reads are common."})
    CHECK_FALSE(form(meant).framed);
}
