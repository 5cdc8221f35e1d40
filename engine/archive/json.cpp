#include "archive/json.hpp"

namespace paiban::archive {

std::string text_of(const Json& json, int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

Json complaints_json(const std::vector<Complaint>& complaints) {
  Json list = Json::array();
  for (const Complaint& each : complaints)
    list.push_back({{"code", each.code},
                    {"file", each.file},
                    {"line", each.line},
                    {"column", each.column},
                    {"message", each.message},
                    {"story", each.story},
                    {"place", each.place}});
  return list;
}

std::vector<Complaint> complaints_of(const Json& json) {
  std::vector<Complaint> list;
  for (const Json& each : json)
    list.push_back({each.at("code"),
                    each.at("file"),
                    each.at("line"),
                    each.at("column"),
                    each.at("message"),
                    each.at("story"),
                    each.at("place"),
                    {}});
  return list;
}

}  // namespace paiban::archive
