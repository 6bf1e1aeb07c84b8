#include <catch2/catch.hpp>

#include "text/side.h"
#include "text/similarity.h"

using namespace viva;

namespace {

Side side(const std::string& question, const std::string& model, const std::string& answer) {
  const Sides sides({question});
  return Sides::compare(sides.taken(IndexedText(model)), sides.taken(IndexedText(answer)));
}

}  // namespace

TEST_CASE("side: of two things that a question offers, the one named first counts") {
  const std::string question = "Is it better to use a connection-oriented or a connectionless service? Say why.";
  const std::string model = "Connectionless, because a connection would cost a handshake.";
  CHECK(side(question, model, "connection-less: there is no state, a connection-oriented service would have some") == Side::same);
  CHECK(side(question, model, "I would take a connection-oriented one, not a connectionless") == Side::other);
  CHECK(side(question, model, "It depends.") == Side::unknown);
  CHECK(side("这里应该用数组还是链表？", "链表，因为经常插入。", "用链表，数组插入慢") == Side::same);
  CHECK(side("这里应该用数组还是链表？", "链表，因为经常插入。", "数组，因为随机访问快") == Side::other);
}

TEST_CASE("side: yes and no count where a question asks for them") {
  CHECK(side("Is a list thread safe?", "No, only single operations are.", "no, not always") == Side::same);
  CHECK(side("Is a list thread safe?", "No, only single operations are.", "Yes it is") == Side::other);
  CHECK(side("Is a list thread safe?", "No, only single operations are.", "Single operations are") == Side::unknown);
  CHECK(side("What is a list?", "No, only single operations are.", "Yes it is") == Side::unknown);
  CHECK(side("判断是否正确：栈底元素不能删除", "错误。可以逐个出栈。", "这句话是不正确的") == Side::same);
  CHECK(side("判断是否正确：栈底元素不能删除", "错误。可以逐个出栈。", "正确，栈底是固定的") == Side::other);
  CHECK(side("单链表能不能这样删除？", "不能", "我认为可以") == Side::other);
}

TEST_CASE("side: an answer on the other side keeps little of what it has in common with a model") {
  const ModelAnswers models({"Is it safe to share a list between threads?"},
                            {{"en", "No, two threads may both see the old length and overwrite each other."}});
  const Similarity same = models.compare(IndexedText("No, two threads may both see the old length.")),
                   other = models.compare(IndexedText("Yes, two threads may both see the old length."));
  CHECK(same.side == Side::same);
  CHECK(other.side == Side::other);
  CHECK(other.credit < same.credit / 2);
}
