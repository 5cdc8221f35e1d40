#pragma once
// What a finished PDF says beside what it shows: a plain value, made of an edition by pdf_facts.hpp.

#include <cstddef>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "finish/structure.hpp"
#include "paint/display_list.hpp"

namespace paiban::finish {

/// A page, in the order of the drawing. Lengths are those of the trimmed page.
struct PageFacts {
  int number = 0;
  std::string label;  ///< as readers know it: "第1版"
  std::string title;  ///< 版名; may be empty
  Length width, height;
};

/// A story in the list of bookmarks, at its top left corner on page `page` (from 0). `level`: 0 outermost.
struct Bookmark {
  std::string title;
  std::size_t page = 0;
  Point at;
  int level = 0;
};

/// A file that goes along.
struct Attachment {
  std::string name, mime, description;
  std::string bytes;
};

struct Facts {
  std::string title;
  std::string date;  ///< ISO, of the issue: the only date
  std::string language = "zh-Hans";
  std::string creator = "paiban";   ///< what made the content
  std::string producer = "paiban";  ///< what made the PDF, with its version
  Length bleed;                     ///< of the drawing, around each trimmed page
  std::vector<PageFacts> pages;
  std::vector<paint::Inks> inks;  ///< of a drawing for the press: the RGB n (paint::Palette) stands for the n-th; else empty
  std::vector<Bookmark> bookmarks;
  std::vector<Attachment> attachments;
  Structure structure;             ///< of a drawing with marks for what is kept; else empty
  std::string statement;           ///< what a reader must know of the text, in a sentence; may be empty
  std::vector<std::string> notes;  ///< what is conjecture, what is lost, place by place
};

}  // namespace paiban::finish
