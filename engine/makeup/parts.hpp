#pragma once
// The tables' way back: every dissection that costs no more than a limit, one for each structure.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "makeup/pinwheel.hpp"

namespace paiban::makeup {

/// One way to fill a block.
struct Part {
  Cost cost = 0;
  int meeting_heads = 0;       ///< pairs, paid for in the cost
  std::vector<Placed> places;  ///< from the block's own corner
  std::string structure;       ///< of this way of cutting; Dissection::structure is read from the places
};

/// Ways joined before the search gives up: about a second. Only relations that exclude almost everything come near it.
inline constexpr int most_parts = 300'000;

/// What makes two ways to fill a block different where the block holds things about which only the whole area can decide.
enum class Difference : std::uint8_t {
  places,     ///< where those things stand, to the row: nothing is missed
  structure,  ///< which neighbours they have, nearly always: far fewer ways, so that more structures are tried
};

class Parts {
 public:
  /// Of each block at most `wanted` ways are kept, unless it holds things about which only the whole area can decide.
  Parts(const SlicingTable& table, const Pinwheels& pinwheels, std::size_t wanted, Difference difference)
      : table_(&table), board_(&table.board()), pinwheels_(&pinwheels), wanted_(wanted), difference_(difference) {}

  /// Ways to fill the whole area that cost no more than `limit`, cheapest first. A greater limit may be asked for later.
  [[nodiscard]] std::vector<Part> whole(Cost limit);
  /// Whether the last answer left out something dearer.
  [[nodiscard]] bool left_out() const { return left_out_; }
  [[nodiscard]] bool gave_up() const { return joined_ > most_parts; }

 private:
  struct Block {
    ItemSet set = 0;
    int width = 0, height = 0;
    std::optional<Form> form = std::nullopt;
    std::optional<Corners> corners = std::nullopt;
    auto operator<=>(const Block&) const = default;
  };
  struct Known {
    Cost limit = -1;
    bool left_out = false;
    std::vector<Part> parts;
  };
  struct Neighbour {
    Block block;
    int column = 0, row = 0;
  };
  using Found = std::map<std::string, Part>;  ///< by what makes a way different from another

  const std::vector<Part>& of(const Block& block, Cost limit);
  [[nodiscard]] Cost least(const Block& block) const;
  void add_leaves(const Block& block, Cost limit, Found& found);
  void add_stacks(const Block& block, Cost limit, Found& found);
  void add_rows(const Block& block, Cost limit, Found& found);
  void add_pinwheels(Cost limit, Found& found);
  /// What joining costs beside its parts; of the headlines that meet, only those which the tables know of.
  struct Joint {
    char sign;
    Cost extra = 0, meeting = 0;
  };
  void join(const std::vector<Neighbour>& neighbours, const Joint& joint, Cost limit, Found& found);
  [[nodiscard]] std::vector<Part> combinations(const std::vector<Neighbour>& neighbours, const Joint& joint, Cost cheapest,
                                               Cost limit);
  void add(Part part, ItemSet set, Found& found);
  [[nodiscard]] std::string key(const Part& part, ItemSet set) const;
  [[nodiscard]] std::vector<Part> sorted(Found found, ItemSet set) const;

  const SlicingTable* table_;
  const Board* board_;
  const Pinwheels* pinwheels_;
  std::size_t wanted_;
  Difference difference_;
  std::map<Block, Known> known_;
  bool left_out_ = false;
  int joined_ = 0;
};

}  // namespace paiban::makeup
