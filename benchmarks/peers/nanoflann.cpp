// nanoflann as a peer; README.md has the protocol.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>
#include <nanoflann.hpp>

constexpr double earth_radius = 6371008.8, radian = M_PI / 180, radius_meters = 5000, box_latitude = 0.045, box_longitude = 0.07;
constexpr size_t leaf_size = 32, most_results = 1024;

struct Point { double latitude, longitude; };
struct Hit { uint32_t id; double value; };

template <class T> std::vector<T> read_all(const std::string& path, size_t skipped) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) throw std::runtime_error("no " + path);
  std::vector<T> all((size_t(file.tellg()) - skipped) / sizeof(T));
  file.seekg(skipped);
  file.read(reinterpret_cast<char*>(all.data()), all.size() * sizeof(T));
  return all;
}

double haversine(Point a, Point b) {
  double s = sin((b.latitude - a.latitude) * radian / 2), t = sin((b.longitude - a.longitude) * radian / 2);
  return 2 * earth_radius * asin(std::min(1.0, sqrt(s * s + cos(a.latitude * radian) * cos(b.latitude * radian) * t * t)));
}

std::array<double, 3> unit_vector(Point p) {
  double latitude = p.latitude * radian, longitude = p.longitude * radian;
  return {cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)};
}

double meters(double squared_chord) { return 2 * earth_radius * asin(std::min(1.0, sqrt(squared_chord) / 2)); }
double squared_chord(double meters) { double half = sin(meters / earth_radius / 2); return 4 * half * half; }

struct Cloud {
  std::vector<std::array<double, 3>> vectors;
  explicit Cloud(const std::vector<Point>& points) {
    vectors.reserve(points.size());
    for (Point p : points) vectors.push_back(unit_vector(p));
  }
  size_t kdtree_get_point_count() const { return vectors.size(); }
  double kdtree_get_pt(size_t i, size_t axis) const { return vectors[i][axis]; }
  template <class B> bool kdtree_get_bbox(B&) const { return false; }
};

using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 3, uint32_t>;

// The nearest that pass a predicate, nearer than a limit.
template <class P> struct Nearest {
  using DistanceType = double;
  using IndexType = uint32_t;
  Hit* hits; size_t most; double limit; P passes; size_t count = 0;
  size_t size() const { return count; }
  bool full() const { return count == most; }
  double worstDist() const { return full() ? hits[most - 1].value : limit; }
  bool addPoint(double distance, uint32_t id) {
    if (distance >= worstDist() || !passes(id)) return true;
    size_t i = count < most ? count++ : most - 1;
    for (; i > 0 && hits[i - 1].value > distance; i--) hits[i] = hits[i - 1];
    hits[i] = {id, distance};
    return true;
  }
  void sort() {}
};

// Any within a circle that pass a predicate.
template <class P> struct Within {
  using DistanceType = double;
  using IndexType = uint32_t;
  Hit* hits; size_t most; double limit; P passes; size_t count = 0;
  size_t size() const { return count; }
  bool full() const { return true; }
  double worstDist() const { return limit; }
  bool addPoint(double, uint32_t id) {
    if (passes(id)) hits[count++] = {id, 0};
    return count < most;
  }
  void sort() {}
};

struct Box {
  double south, north, west, east;
  explicit Box(Point p) : south(p.latitude - box_latitude), north(p.latitude + box_latitude), west(p.longitude - box_longitude), east(p.longitude + box_longitude) {
    if (west < -180) west += 360;
    if (east > 180) east -= 360;
  }
  bool contains(Point p) const {
    if (p.latitude < south || p.latitude > north) return false;
    return west <= east ? p.longitude >= west && p.longitude <= east : p.longitude >= west || p.longitude <= east;
  }
  // Of the corners, those nearer the equator are farthest from the middle.
  static double squared_chord_to_corner(Point p) {
    double latitude = fabs(p.latitude) - box_latitude;
    return squared_chord(haversine(p, {p.latitude < 0 ? -latitude : latitude, p.longitude + box_longitude}) * (1 + 1e-9) + 0.01);
  }
};

struct Index {
  std::vector<Point> points;
  std::vector<uint16_t> codes;  // class, and whether expired
  Cloud cloud;
  Tree tree;
  Index(std::vector<Point> p, std::vector<uint16_t> c)
      : points(std::move(p)), codes(std::move(c)), cloud(points), tree(3, cloud, nanoflann::KDTreeSingleIndexAdaptorParams(leaf_size)) { tree.buildIndex(); }
  double bytes() { return tree.usedMemory(tree) + points.size() * (sizeof(Point) + sizeof(uint16_t) + sizeof(cloud.vectors[0])); }
};

Index build(const std::string& path) {
  auto points = read_all<Point>(path + ".points.bin", 4);
  auto attributes = read_all<std::array<uint8_t, 3>>(path + ".attrs.bin", 0);
  std::vector<uint16_t> codes;
  for (auto [carrier, type, expired] : attributes) codes.push_back((carrier * 4 + type) * 2 + expired);
  Cloud unsorted(points);
  Tree first(3, unsorted, nanoflann::KDTreeSingleIndexAdaptorParams(10));
  first.buildIndex();
#if NANOFLANN_VERSION >= 0x150
  auto& order = first.vAcc_;
#else
  auto& order = first.vAcc;
#endif
  std::vector<Point> sorted_points;
  std::vector<uint16_t> sorted_codes;
  for (auto i : order) sorted_points.push_back(points[i]), sorted_codes.push_back(codes[i]);
  return Index(std::move(sorted_points), std::move(sorted_codes));
}

struct Request {
  std::string verb, kind, classes;
  size_t limit, queries;
  bool fresh;
  std::vector<uint8_t> passing;  // by code
  explicit Request(const std::string& line) {
    std::istringstream(line) >> verb >> kind >> limit >> classes >> fresh >> queries;
    if (limit > most_results) throw std::runtime_error("too many results: " + line);
    passing.resize(2 * 256 * 4, classes == "*");
    for (size_t i = 0; classes != "*" && i < classes.size(); i++) passing[2 * i] = passing[2 * i + 1] = classes[i] == '1';
    for (size_t i = 1; fresh && i < passing.size(); i += 2) passing[i] = false;
  }
  bool filters() const { return classes != "*" || fresh; }
};

// Writes the results and, except for a box, their distances in metres.
size_t search(const Index& index, const Request& request, Point query, Hit* hits) {
#if NANOFLANN_VERSION >= 0x150
  nanoflann::SearchParameters parameters;
#else
  nanoflann::SearchParams parameters;
#endif
  auto vector = unit_vector(query);
  auto with = [&](auto results) { index.tree.findNeighbors(results, vector.data(), parameters); return results.count; };
  auto any = [](uint32_t) { return true; };
  size_t count;
  if (request.kind == "Box") {
    Box box(query);
    auto inside = [&](uint32_t i) { return box.contains(index.points[i]); };
    return with(Within<decltype(inside)>{hits, request.limit, Box::squared_chord_to_corner(query), inside});
  }
  if (request.kind == "Radius") {
    count = with(Nearest<decltype(any)>{hits, request.limit, squared_chord(radius_meters), any});
  } else if (request.filters()) {
    auto passes = [&](uint32_t i) { return request.passing[index.codes[i]] != 0; };
    count = with(Nearest<decltype(passes)>{hits, request.limit, 9, passes});
  } else {
    uint32_t ids[most_results];
    double chords[most_results];
    nanoflann::KNNResultSet<double, uint32_t> results(request.limit);
    results.init(ids, chords);
    index.tree.findNeighbors(results, vector.data(), parameters);
    count = results.size();
    for (size_t i = 0; i < count; i++) hits[i] = {ids[i], chords[i]};
  }
  for (size_t i = 0; i < count; i++) hits[i].value = meters(hits[i].value);
  return count;
}

double nanoseconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e9 + now.tv_nsec;
}

int main(int, char** arguments) {
  std::string path = arguments[1];
  const auto queries = read_all<Point>(path + ".queries.bin", 4);
  double start = nanoseconds();
  Index index = build(path);
  std::cout.precision(15);
  std::cout << "nanoflann " << (NANOFLANN_VERSION >> 8) << "." << ((NANOFLANN_VERSION >> 4) & 15) << "." << (NANOFLANN_VERSION & 15) << "\t"
            << (nanoseconds() - start) / 1e6 << "\t" << index.bytes() << std::endl;
  std::vector<Hit> hits(most_results);
  double kept = 0;
  for (std::string line; std::getline(std::cin, line);) {
    Request request(line);
    size_t asked = std::min(request.queries, queries.size());
    double sum = 0;
    start = nanoseconds();
    for (size_t i = 0; i < asked; i++) {
      size_t count = search(index, request, queries[i], hits.data());
      if (request.verb == "time") kept += count ? hits[count - 1].value : 0;
      else sum += request.kind == "Box" ? count : count ? haversine(queries[i], index.points[hits[count - 1].id]) : 0;
    }
    std::cout << (request.verb == "time" ? (nanoseconds() - start) / asked : sum) << std::endl;
  }
  return kept == 0.5;  // never: so that nothing of a search can be left out
}
