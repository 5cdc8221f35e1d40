#include "document/issue_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/message_table.hpp"
#include "document/calendar.hpp"
#include "document/inline_text.hpp"
#include "document/input_file.hpp"
#include "document/issue_vocabulary.hpp"
#include "document/issue_words.hpp"
#include "document/normalise.hpp"
#include "document/plain_copy.hpp"
#include "document/quoted.hpp"
#include "document/record_reader.hpp"
#include "document/template_store.hpp"
#include "document/text_edit.hpp"
#include "document/vocabulary.hpp"
#include "document/wish_reader.hpp"
#include "document/xml.hpp"
#include "document/xml_characters.hpp"

namespace paiban::document {
namespace {

// 留版: no story of a page is longer, no row of a head.
constexpr int most_expected = 9'999;
constexpr int most_expected_of_head = 99;

class IssueReader {
 public:
  IssueReader(const XmlFile& xml, std::filesystem::path folder, Report& report)
      : xml_(xml), folder_(std::move(folder)), report_(report) {}

  Result<Issue> read() {
    faults_ = check_issue_vocabulary(xml_);
    const bool ours = faults_.empty() || faults_.front().code != Code::issue_other_root;
    if (ours) issue(xml_.root());
    if (budget_.exceeded()) fault(Code::issue_too_long, xml_.place(xml_.root()), {fmt::to_string(TextBudget::most_characters)});
    if (!faults_.empty()) return tl::unexpected(hand_over());
    return std::move(issue_);
  }

 private:
  // ---- faults ----

  void fault(Code code, SourcePlace at, std::vector<std::string> arguments) {
    std::ranges::transform(arguments, arguments.begin(), quoted);
    faults_.push_back(Diagnostic{code, at, std::move(arguments), {}, {}});
  }
  void bad_value(pugi::xml_node element, const char* attribute, std::string_view example) {
    fault(Code::issue_bad_value, xml_.place(element, attribute),
          {attribute, attribute_of(element, attribute), std::string(example)});
  }
  Diagnostic hand_over() {
    std::ranges::stable_sort(faults_, {}, &Diagnostic::at);
    Diagnostic last = std::move(faults_.back());
    faults_.pop_back();
    for (Diagnostic& each : faults_) report_.add(std::move(each));
    return last;
  }

  // ---- attributes ----

  static std::string attribute_of(pugi::xml_node element, const char* name) { return element.attribute(name).value(); }

  // A number from 1 to `most`; 0 where there is none.
  int number(pugi::xml_node element, const char* name, int most) {
    const std::string said = attribute_of(element, name);
    if (said.empty() && !element.attribute(name)) return 0;
    const auto value = parse_whole(said);
    if (value && *value >= 1 && *value <= most && !said.starts_with('0')) return *value;
    bad_value(element, name, fmt::format("1 … {}", most));
    return 0;
  }

  bool yes(pugi::xml_node element, const char* name, bool otherwise) {
    const std::string said = attribute_of(element, name);
    if (said == "yes" || said == "no") return said == "yes";
    if (element.attribute(name)) bad_value(element, name, "yes, no");
    return otherwise;
  }

  std::string identifier(pugi::xml_node element, const char* name) {
    std::string said = attribute_of(element, name);
    if (element.attribute(name) && !is_ncname(said)) bad_value(element, name, "lead, story-2");
    return said;
  }

  // ---- the issue ----

  void issue(pugi::xml_node root) {
    constexpr int most_numbers = 999'999, most_pages = 999;
    issue_.folder = folder_;
    issue_.at = xml_.place(root);
    issue_.paper = attribute_of(root, "paper");
    issue_.template_id = attribute_of(root, "template");
    if (root.attribute("template") && !template_name(issue_.template_id))
      bad_value(root, "template", "changji-front@1, changji-front");
    issue_.variant = attribute_of(root, "variant").empty() ? "" : identifier(root, "variant");
    issue_.number = number(root, "number", most_numbers);
    issue_.page_count = number(root, "pages", most_pages);
    issue_.provenance.transcribed_from = attribute_of(root, "transcribed-from");
    version(root);
    date(root);
    corrections(root);
    collect_ids(root);
    int mastheads = 0;
    for (const pugi::xml_node child : elements_of(root)) {
      if (local_name(child) == "masthead" && ++mastheads > 1) fault(Code::issue_twice, xml_.place(child), {child.name()});
      if (local_name(child) == "masthead") masthead(child);
      if (local_name(child) == "page") page(child);
      if (local_name(child) == "fillers") fillers(child, "filler-", Spare::anywhere, spare_);
    }
    if (issue_.pages.empty()) fault(Code::issue_missing, issue_.at, {root.name(), "page"});
    std::ranges::stable_sort(issue_.pages, {}, &Page::number);
    // They are read and checked with the first page that there is.
    const auto held = std::ranges::find_if(issue_.pages, &Page::held);
    if (held != issue_.pages.end()) std::ranges::move(spare_, std::back_inserter(held->stories));
  }

  void version(pugi::xml_node root) {
    const std::string said = attribute_of(root, "version");
    if (said.empty())
      fault(Code::issue_missing, xml_.place(root), {root.name(), "version"});
    else if (said != issue_version)
      bad_value(root, "version", issue_version);
  }

  void date(pugi::xml_node root) {
    const std::string said = attribute_of(root, "date");
    issue_.date_at = xml_.place(root, "date");
    if (!root.attribute("date")) return fault(Code::issue_missing, xml_.place(root), {root.name(), "date"});
    if (const auto found = parse_date(said))
      issue_.date = *found;
    else
      faults_.push_back(impossible_date(said, issue_.date_at));
  }

  void corrections(pugi::xml_node root) {
    const auto found = parse_corrections(attribute_of(root, "normalise"));
    if (found)
      corrections_ = *found;
    else
      bad_value(root, "normalise", "-marks -quotes");
  }

  // ---- masthead ----

  void masthead(pugi::xml_node element) {
    for (const pugi::xml_node child : elements_of(element)) {
      const std::string name(local_name(child));
      if (rule_of(name) == nullptr) continue;
      const auto [place, inserted] = issue_.masthead.try_emplace(name);
      if (!inserted)
        fault(Code::issue_twice, xml_.place(child), {child.name()});
      else
        place->second = masthead_part(child);
    }
  }

  MastheadPart masthead_part(pugi::xml_node element) {
    MastheadPart part;
    part.at = xml_.place(element);
    if (local_name(element) == "strip") {
      for (const pugi::xml_node item : elements_of(element)) put_text(part.texts, read_text(item, ""));
    } else {
      put_text(part.texts, read_text(element, ""));
    }
    if (has_artwork(element)) part.artwork = picture(element, "");
    return part;
  }

  // ---- pages and stories ----

  void page(pugi::xml_node element) {
    constexpr int most_pages = 999;
    Page page;
    page.at = xml_.place(element);
    page.number = number(element, "number", most_pages);
    page.held = yes(element, "held", true);
    page.title = attribute_of(element, "title");
    page.staff = attribute_of(element, "staff");
    page_ = page.number;
    if (!element.attribute("number")) fault(Code::issue_missing, page.at, {element.name(), "number"});
    const bool taken = page.number != 0 && std::ranges::find(issue_.pages, page.number, &Page::number) != issue_.pages.end();
    if (taken) fault(Code::issue_page_twice, page.at, {fmt::to_string(page.number)});
    const std::vector<pugi::xml_node> stories = elements_of(element);
    if (!page.held && !stories.empty())
      fault(Code::issue_not_empty, xml_.place(stories.front()), {element.name(), "held=\"no\""});
    const std::vector<pugi::xml_node> layouts = elements_of(element, "layout");
    if (layouts.size() > 1) fault(Code::issue_twice, xml_.place(layouts[1]), {layouts[1].name()});
    const std::string prefix = fmt::format("page-{}-", page.number);
    for (const pugi::xml_node child : stories)
      if (local_name(child) == "continuation")
        page.stories.push_back(continuation(child));
      else if (local_name(child) == "fillers")
        fillers(child, prefix, Spare::on_its_page, page.stories);
      else if (auto found = story(child, prefix))
        page.stories.push_back(std::move(*found));
    issue_.pages.push_back(std::move(page));
    page_ = 0;
  }

  // 补白: spare stories.
  void fillers(pugi::xml_node element, const std::string& prefix, Spare spare, std::vector<Story>& into) {
    for (const pugi::xml_node child : elements_of(element)) {
      auto found = story(child, prefix);
      if (!found) continue;
      found->spare = spare;
      into.push_back(std::move(*found));
    }
  }

  std::optional<Story> story(pugi::xml_node element, const std::string& prefix) {
    const auto kind = kind_of_element(local_name(element));
    if (!kind) return std::nullopt;
    Story story;
    story.kind = *kind;
    story.at = xml_.place(element);
    story.id = story_id(element, prefix);
    regions(element, story);
    if (element.attribute("kind")) story.kind = story_kind(element);
    if (may_be_promised(element) && *kind != StoryKind::picture) story.expected = expected(element, most_expected);
    if (has_picture(element)) story.picture = picture(element, story.id);
    if (element.attribute("corrects")) corrected(element, story);
    std::vector<BadWish> bad;
    story.wishes = read_wishes(element, bad);
    for (const BadWish& each : bad) bad_value(element, each.attribute, each.example);
    for (const pugi::xml_node child : elements_of(element)) part_of_story(story, child);
    return story;
  }

  // 更正: what it puts right.
  void corrected(pugi::xml_node element, Story& story) {
    story.corrects = parse_corrected(attribute_of(element, "corrects"));
    if (!story.corrects) bad_value(element, "corrects", "12184 story-3");
  }

  /// Where a story of an earlier page goes on: its id, and what stands over its text here.
  Story continuation(pugi::xml_node element) {
    Story story;
    story.continues = true;
    story.at = xml_.place(element);
    story.id = identifier(element, "of");
    if (!element.attribute("of")) fault(Code::issue_missing, story.at, {element.name(), "of"});
    regions(element, story);
    for (const pugi::xml_node child : elements_of(element)) part_of_story(story, child);
    return story;
  }

  /// "a", or "a b": the first takes its heads, the text goes on in the others.
  void regions(pugi::xml_node element, Story& story) {
    std::vector<std::string> ids = words_in(attribute_of(element, "region"));
    const bool named = std::ranges::all_of(ids, is_ncname) && !ids.empty();
    if (element.attribute("region") && !named) return bad_value(element, "region", "lead, right-1 right-2");
    if (ids.empty()) return;
    story.region = std::move(ids.front());
    story.further.assign(std::make_move_iterator(ids.begin() + 1), std::make_move_iterator(ids.end()));
  }

  void part_of_story(Story& story, pugi::xml_node child) {
    if (local_name(child) == "text") return running_text(story, child);
    if (const auto role = role_of_element(local_name(child))) return block(story, child, *role);
    if (auto inner = this->story(child, story.id + "-")) story.boxes.push_back(std::move(*inner));
  }

  // 留版: so many characters are promised; 0 where none are. What stands in for them is text like any other.
  int expected(pugi::xml_node element, int most) {
    if (!element.attribute("expected")) return 0;
    const auto said = parse_expected(attribute_of(element, "expected"), most);
    if (!said) bad_value(element, "expected", fmt::format("1字 … {}字", most));
    if (said && !budget_.take(static_cast<std::size_t>(*said))) return 0;
    return said.value_or(0);
  }

  // The id given, or one made from the order: "page-1-2", the second on page 1 of those without.
  std::string story_id(pugi::xml_node element, const std::string& prefix) {
    std::string id = identifier(element, "id");
    while (id.empty()) {
      std::string made = fmt::format("{}{}", prefix, ++made_ids_[prefix]);
      if (!given_ids_.contains(made)) id = std::move(made);
    }
    return id;
  }

  // Before any id is made: a made one must not take the name of a story further down.
  void collect_ids(pugi::xml_node parent) {
    for (const pugi::xml_node element : elements_of(parent)) {
      if (local_name(element) == "layout") continue;  // the ids there are regions'
      collect_ids(element);
      const std::string id = attribute_of(element, "id");
      if (id.empty()) continue;
      const auto [taken, inserted] = given_ids_.try_emplace(id, xml_.place(element).line);
      if (!inserted) fault(Code::issue_same_id, xml_.place(element, "id"), {id, fmt::to_string(taken->second)});
    }
  }

  StoryKind story_kind(pugi::xml_node element) {
    if (const auto kind = kind_of_word(attribute_of(element, "kind"))) return *kind;
    bad_value(element, "kind", "news, lead, commentary");
    return StoryKind::news;
  }

  // ---- pictures ----

  // Any word about a picture declares one, if only its place.
  static bool has_artwork(pugi::xml_node element) {
    constexpr auto words = std::to_array<const char*>({"src", "alt", "stand-in", "focus"});
    return std::ranges::any_of(words, [&](const char* word) { return !element.attribute(word).empty(); });
  }
  // Of the stories, all but <story> and <box> may be pictures too.
  static bool has_picture(pugi::xml_node element) {
    const std::string_view name = local_name(element);
    return name == "picture" || (name != "story" && name != "box" && has_artwork(element));
  }

  Picture picture(pugi::xml_node element, const std::string& story) {
    Picture picture;
    picture.at = xml_.place(element, "src");
    picture.source = attribute_of(element, "src");
    picture.description = attribute_of(element, "alt");
    picture.stand_in = yes(element, "stand-in", false);
    if (element.attribute("focus")) focus(element, picture);
    if (local_name(element) == "picture") promise(element, picture);
    if (element.attribute("src")) picture.file = picture_file(picture, story);
    if (picture.stand_in) issue_.provenance.places.push_back(stand_in(picture, story));
    return picture;
  }

  [[nodiscard]] RecordedPlace stand_in(const Picture& picture, const std::string& story) const {
    return {PlaceKind::stand_in, page_, story, {}, picture.at, picture.description, {}, picture.source, {}};
  }

  // A file that the issue is not whole without.
  void name_file(const std::string& name) {
    if (std::ranges::find(issue_.files, name) == issue_.files.end()) issue_.files.push_back(name);
  }

  void focus(pugi::xml_node element, Picture& picture) {
    const auto found = parse_focus(attribute_of(element, "focus"));
    if (!found) return bad_value(element, "focus", "50% 50%");
    std::tie(picture.focus_x, picture.focus_y) = *found;
  }

  void promise(pugi::xml_node element, Picture& picture) {
    picture.expected = yes(element, "expected", false);
    if (!element.attribute("aspect")) return;
    if (!element.attribute("expected")) fault(Code::issue_missing, xml_.place(element), {element.name(), "expected"});
    const auto found = parse_aspect(attribute_of(element, "aspect"));
    if (!found) return bad_value(element, "aspect", "3:2");
    std::tie(picture.aspect_width, picture.aspect_height) = *found;
  }

  std::filesystem::path picture_file(const Picture& picture, const std::string& story) {
    switch (look_inside(folder_, picture.source)) {
      case Inside::usable:
        name_file(picture.source);
        return folder_ / picture.source;
      case Inside::unsafe:
        fault(Code::unsafe_path, picture.at, {picture.source});
        break;
      case Inside::missing:
        report_.add(Code::picture_missing, picture.at, {picture.source}, story);
        break;
    }
    return {};
  }

  // ---- text ----

  void block(Story& story, pugi::xml_node element, Role role) {
    Block block;
    block.role = role;
    block.at = xml_.place(element);
    block.by = attribute_of(element, "role");
    block.style = attribute_of(element, "style");
    if (may_be_promised(element))
      block.expected = expected(element, is_run_of_text(role) ? most_expected : most_expected_of_head);
    for (const pugi::xml_node row : rows_of(element)) put_text(block.rows, read_text(row, story.id));
    for (const pugi::xml_node child : elements_of(element))
      if (local_name(child) == "alt") alternative(block, child, story.id);
    if (!block.rows.empty() || block.expected > 0)
      story.blocks.push_back(std::move(block));
    else if (!element.attribute("expected"))
      report_.add(Code::issue_empty, block.at, {element.name()}, story.id);
  }

  static bool may_be_promised(pugi::xml_node element) {
    const ElementRule* rule = rule_of(local_name(element));
    return rule != nullptr && std::ranges::find(rule->attributes, "expected") != rule->attributes.end();
  }
  static bool is_run_of_text(Role role) { return role == Role::paragraph || role == Role::digest || role == Role::caption; }

  // 备用标题: what may stand in a headline's place.
  void alternative(Block& block, pugi::xml_node element, const std::string& story) {
    constexpr std::size_t most_alternatives = 3;
    if (block.alternatives.size() == most_alternatives) return fault(Code::alternatives_too_many, xml_.place(element), {});
    std::vector<Text>& rows = block.alternatives.emplace_back();
    for (const pugi::xml_node row : rows_of(element)) put_text(rows, read_text(row, story));
    if (!rows.empty()) return;
    block.alternatives.pop_back();
    report_.add(Code::issue_empty, xml_.place(element), {element.name()}, story);
  }

  // The <row>s of a head, its <alt>s left out; the head itself where it has none.
  std::vector<pugi::xml_node> rows_of(pugi::xml_node element) {
    std::vector<pugi::xml_node> parts = elements_of(element), rows;
    std::erase_if(parts, [](pugi::xml_node child) { return local_name(child) == "alt"; });
    std::ranges::copy_if(parts, std::back_inserter(rows), [](pugi::xml_node child) { return local_name(child) == "row"; });
    if (rows.empty()) return {element};
    const pugi::xml_node stray = stray_text_in(element);
    if (stray || rows.size() != parts.size()) fault(Code::issue_rows_and_text, xml_.place(element), {element.name()});
    return rows;
  }

  Text read_text(pugi::xml_node element, std::string_view story) {
    read_record(xml_, element, where(story), issue_.provenance);
    return put_right(read_inline(xml_, element, budget_, faults_), where(story));
  }

  [[nodiscard]] RecordedPlace where(std::string_view story, std::string file = {}) const {
    return {{}, page_, std::string(story), std::move(file), {}, {}, {}, {}, {}};
  }

  // Normalised, and what was done put on record.
  Text put_right(Text text, const RecordedPlace& where) {
    std::vector<Normalised> done;
    Text right = normalise(std::move(text), corrections_, report_, where.story, &done);
    for (Normalised& each : done) {
      issue_.provenance.places.push_back({PlaceKind::normalised,
                                          where.page,
                                          where.story,
                                          where.file,
                                          each.at,
                                          std::move(each.text),
                                          std::move(each.was),
                                          std::string(name_of(each.which)),
                                          {}});
    }
    return right;
  }

  static void put_text(std::vector<Text>& texts, Text text) {
    // A line ends where the text does, whatever is written there.
    if (!text.line_ends.empty() && text.line_ends.back() == text.utf8.size()) text.line_ends.pop_back();
    if (!text.empty()) texts.push_back(std::move(text));
  }

  void running_text(Story& story, pugi::xml_node element) {
    const std::size_t before = story.blocks.size();
    const std::string style = attribute_of(element, "style");
    const RecordedPlace whence = where(story.id, attribute_of(element, "src"));
    read_record(xml_, element, whence, issue_.provenance);
    for (Text& paragraph : element.attribute("src") ? copy_paragraphs(element, story.id) : own_paragraphs(element)) {
      Block block{Role::paragraph, {}, {}, style, place_of(paragraph, 0)};
      put_text(block.rows, put_right(std::move(paragraph), whence));
      if (!block.rows.empty()) story.blocks.push_back(std::move(block));
    }
    const bool nothing = story.blocks.size() == before && !element.attribute("src");
    if (nothing) report_.add(Code::issue_empty, xml_.place(element), {element.name()}, story.id);
  }

  // The lines of a <text>, blank ones left out.
  std::vector<Text> own_paragraphs(pugi::xml_node element) {
    const Text text = read_inline(xml_, element, budget_, faults_);
    for (const Span& span : text.spans) {
      const std::size_t feed = text.utf8.find('\n', span.start);
      if (feed < span.end) fault(Code::issue_mark_over_lines, span.at, {element.name()});
    }
    std::vector<Text> paragraphs;
    for (const Text& line : lines_of(text))
      if (!is_blank_line(line.utf8)) paragraphs.push_back(without_layout(line));
    return paragraphs;
  }

  // The lines of the plain file that a <text> names.
  std::vector<Text> copy_paragraphs(pugi::xml_node element, const std::string& story) {
    const std::string name = attribute_of(element, "src");
    const SourcePlace at = xml_.place(element, "src");
    if (stray_text_in(element) || !elements_of(element).empty())
      fault(Code::issue_not_empty, xml_.place(element), {element.name(), "src"});
    const Inside found = look_inside(folder_, name);
    if (found == Inside::unsafe) fault(Code::unsafe_path, at, {name});
    if (found == Inside::missing) report_.add(Code::copy_missing, at, {name}, story);
    if (found != Inside::usable) return {};
    name_file(name);
    const FileId file = report_.file((folder_ / name).string());
    auto paragraphs = read_inside(folder_, name, XmlFile::most_bytes, file, report_).and_then([&](const std::string& bytes) {
      return paragraphs_of(bytes, file, budget_);
    });
    if (paragraphs) return std::move(*paragraphs);
    faults_.push_back(std::move(paragraphs.error()));
    return {};
  }

  const XmlFile& xml_;
  std::filesystem::path folder_;
  Report& report_;
  Issue issue_;
  int page_ = 0;              // the page that is being read; 0: the masthead, or the issue
  std::vector<Story> spare_;  // of the whole issue
  Corrections corrections_;
  TextBudget budget_;
  std::map<std::string, std::uint32_t> given_ids_;  // and the line of each
  std::map<std::string, int> made_ids_;             // by prefix, how many
  std::vector<Diagnostic> faults_;
};

}  // namespace

Result<Issue> read_issue(const IssueFile& file, Report& report) {
  Result<Issue> issue = IssueReader(file.xml(), file.folder(), report).read();
  if (issue) issue->file = file.path();
  return issue;
}

Result<Issue> read_issue(const std::filesystem::path& path, Report& report) {
  return IssueFile::read(path, report).and_then([&](const IssueFile& file) { return read_issue(file, report); });
}

Result<Issue> parse_issue(std::string bytes, std::string_view name, const std::filesystem::path& folder, Report& report) {
  return IssueFile::parse(std::move(bytes), name, folder, report).and_then([&](const IssueFile& file) {
    return read_issue(file, report);
  });
}

}  // namespace paiban::document
