#pragma once
// The words of the vocabulary for roles and kinds: what the XML, the templates and the reports call them.

#include <array>
#include <optional>
#include <string_view>

#include "document/issue.hpp"

namespace paiban::document {

template <typename T>
struct Name {
  T value;
  std::string_view word;
};

inline constexpr auto role_names = std::to_array<Name<Role>>({{Role::label, "label"},
                                                              {Role::kicker, "kicker"},
                                                              {Role::headline, "headline"},
                                                              {Role::deck, "deck"},
                                                              {Role::digest, "digest"},
                                                              {Role::byline, "byline"},
                                                              {Role::paragraph, "p"},
                                                              {Role::list_head, "list-head"},
                                                              {Role::subhead, "subhead"},
                                                              {Role::note, "note"},
                                                              {Role::logo, "logo"},
                                                              {Role::title, "title"},
                                                              {Role::caption, "caption"},
                                                              {Role::credit, "credit"},
                                                              {Role::jump, "jump"},
                                                              {Role::staff, "staff"}});

inline constexpr auto kind_names = std::to_array<Name<StoryKind>>({{StoryKind::news, "news"},
                                                                   {StoryKind::lead, "lead"},
                                                                   {StoryKind::commentary, "commentary"},
                                                                   {StoryKind::box, "box"},
                                                                   {StoryKind::picture, "picture"},
                                                                   {StoryKind::picture_news, "picture-news"},
                                                                   {StoryKind::ear, "ear"},
                                                                   {StoryKind::guide, "guide"},
                                                                   {StoryKind::related, "related"},
                                                                   {StoryKind::name_list, "name-list"},
                                                                   {StoryKind::correction, "correction"},
                                                                   {StoryKind::filler, "filler"},
                                                                   {StoryKind::advertisement, "advertisement"},
                                                                   {StoryKind::weather, "weather"},
                                                                   {StoryKind::code, "qr"}});

// The tables stand in the order of the enumerators.
[[nodiscard]] constexpr std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)].word; }
[[nodiscard]] constexpr std::string_view name_of(StoryKind kind) { return kind_names[static_cast<std::size_t>(kind)].word; }

template <typename T, std::size_t N>
[[nodiscard]] constexpr std::optional<T> named(const std::array<Name<T>, N>& names, std::string_view word) {
  for (const Name<T>& name : names)
    if (name.word == word) return name.value;
  return std::nullopt;
}

}  // namespace paiban::document
