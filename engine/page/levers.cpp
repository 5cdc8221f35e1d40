#include "page/levers.hpp"

namespace paiban::page {
namespace {

std::string number(int n) { return std::to_string(n); }
/// "1 row", "2 rows"
std::string rows_in_english(int n) { return number(n) + (n == 1 ? " row" : " rows"); }
/// " of 《…》", where the thing is another story's.
std::string of_english(const std::string& owner) { return owner.empty() ? "" : " of " + owner; }

std::string in_english(const Cure& cure) {
  const std::string rows = rows_in_english(cure.rows);
  switch (cure.kind) {
    case Cure::Kind::cut:
      return "cut about " + number(cure.characters) + " characters in paragraph " + number(cure.paragraph);
    case Cure::Kind::add:
      return "add about " + number(cure.characters) + " characters in paragraph " + number(cure.paragraph);
    case Cure::Kind::head_size:
      return "headline " + to_points(cure.from) + " → " + to_points(cure.to) + " pt (" + rows + ")";
    case Cure::Kind::head_row:
      return "the headline in one row fewer (" + rows + ")";
    case Cure::Kind::head_slot:
      return "the headline as it is in " + rows + " fewer";
    case Cure::Kind::picture_lower:
      return "the picture" + of_english(cure.words) + " " + rows + " lower";
    case Cure::Kind::picture_higher:
      return "the picture" + of_english(cure.words) + " " + rows + " higher";
    case Cure::Kind::region_longer:
      return "the region " + rows + " longer";
    case Cure::Kind::region_shorter:
      return "the region " + rows + " shorter";
  }
  return {};
}

std::string in_chinese(const Cure& cure) {
  const std::string rows = number(cure.rows) + " 行";
  const std::string paragraph = "（第 " + number(cure.paragraph) + " 段）";
  switch (cure.kind) {
    case Cure::Kind::cut:
      return "删去约 " + number(cure.characters) + " 字" + paragraph;
    case Cure::Kind::add:
      return "增加约 " + number(cure.characters) + " 字" + paragraph;
    case Cure::Kind::head_size:
      return "主题 " + to_points(cure.from) + " → " + to_points(cure.to) + " 点（腾出 " + rows + "）";
    case Cure::Kind::head_row:
      return "主题少排一行（腾出 " + rows + "）";
    case Cure::Kind::head_slot:
      return "主题不动，少占 " + rows;
    case Cure::Kind::picture_lower:
      return cure.words + "图片压低 " + rows;
    case Cure::Kind::picture_higher:
      return cure.words + "图片加高 " + rows;
    case Cure::Kind::region_longer:
      return "版块加长 " + rows;
    case Cure::Kind::region_shorter:
      return "版块缩短 " + rows;
  }
  return {};
}

std::string in_english(const Lever& lever) {
  switch (lever.kind) {
    case Lever::Kind::cut:
      return "cut " + number(lever.characters) + " characters of rank " + number(lever.rank) + " in paragraph " +
             number(lever.paragraph) + ": " + lever.words;
    case Lever::Kind::alternative:
      return "alternative headline " + number(lever.rank) + ": " + lever.words;
    case Lever::Kind::filler:
      return "filler in " + rows_in_english(lever.rows) + ": " + lever.words;
  }
  return {};
}

std::string in_chinese(const Lever& lever) {
  switch (lever.kind) {
    case Lever::Kind::cut:
      return "第 " + number(lever.paragraph) + " 段删去 " + number(lever.characters) + " 字（级别 " + number(lever.rank) +
             "）：" + lever.words;
    case Lever::Kind::alternative:
      return "用备用标题 " + number(lever.rank) + "：" + lever.words;
    case Lever::Kind::filler:
      return "补白 " + number(lever.rows) + " 行：" + lever.words;
  }
  return {};
}

}  // namespace

std::string words_of(const Cure& cure, Language language) {
  return language == Language::chinese ? in_chinese(cure) : in_english(cure);
}
std::string words_of(const Lever& lever, Language language) {
  return language == Language::chinese ? in_chinese(lever) : in_english(lever);
}

std::string words_of(const std::vector<Cure>& cures, Language language) {
  std::string words;
  for (const Cure& cure : cures) {
    if (!words.empty()) words += language == Language::chinese ? "，或" : ", or ";
    words += words_of(cure, language);
  }
  return words;
}

}  // namespace paiban::page
