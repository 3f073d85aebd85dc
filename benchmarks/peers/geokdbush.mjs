// geokdbush over kdbush as a peer; README.md has the protocol.
import fs from 'node:fs';
import readline from 'node:readline';
import {createRequire} from 'node:module';
import KDBush from 'kdbush';
import {around, distance} from 'geokdbush';

const EARTH_RADIUS = 6371008.8, OWN_RADIUS = 6371000, RADIUS_KM = 5, BOX_LATITUDE = 0.045, BOX_LONGITUDE = 0.07, RADIAN = Math.PI / 180;
const path = process.argv[2];

const milliseconds = () => { const {user, system} = process.cpuUsage(); return (user + system) / 1000; };
const readPoints = file => { const bytes = fs.readFileSync(file); return new Float64Array(bytes.buffer.slice(bytes.byteOffset + 4, bytes.byteOffset + bytes.length)); };
const haversine = (a, o, b, p) => {
    const s = Math.sin((b - a) * RADIAN / 2), t = Math.sin((p - o) * RADIAN / 2);
    return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(s * s + Math.cos(a * RADIAN) * Math.cos(b * RADIAN) * t * t)));
};

// Pairs of latitude and longitude.
const points = readPoints(`${path}.points.bin`), queries = readPoints(`${path}.queries.bin`);
const attributes = fs.readFileSync(`${path}.attrs.bin`);
const start = milliseconds();
const size = points.length / 2;
const codes = new Uint16Array(size);
const index = new KDBush(size);
for (let i = 0; i < size; i++) {
    codes[i] = (attributes[3 * i] * 4 + attributes[3 * i + 1]) * 2 + attributes[3 * i + 2];
    index.add(points[2 * i + 1], points[2 * i]);
}
index.finish();
const buildMilliseconds = milliseconds() - start;

function inBox(latitude, longitude, limit) {
    const [west, south, east, north] = [longitude - BOX_LONGITUDE, latitude - BOX_LATITUDE, longitude + BOX_LONGITUDE, latitude + BOX_LATITUDE];
    const found = west < -180 ? index.range(-180, south, east, north).concat(index.range(west + 360, south, 180, north))
        : east > 180 ? index.range(west, south, 180, north).concat(index.range(-180, south, east - 360, north))
        : index.range(west, south, east, north);
    found.length = Math.min(found.length, limit);
    return found;
}

function searchOf(kind, limit, classes, fresh) {
    if (kind === 'Box') return (latitude, longitude) => inBox(latitude, longitude, limit);
    if (kind === 'Radius') return (latitude, longitude) => around(index, longitude, latitude, limit, RADIUS_KM * OWN_RADIUS / EARTH_RADIUS);
    if (classes === '*' && !fresh) return (latitude, longitude) => around(index, longitude, latitude, limit);
    const passing = new Uint8Array(2 * 256 * 4);
    for (let i = 0; i < passing.length; i++) passing[i] = (classes === '*' || classes[i >> 1] === '1') && !(fresh && i & 1) ? 1 : 0;
    return (latitude, longitude) => around(index, longitude, latitude, limit, Infinity, i => passing[codes[i]] === 1);
}

let kept = 0;

function time(search, isBox, count) {
    const begin = milliseconds();
    for (let i = 0; i < count; i++) {
        const latitude = queries[2 * i], longitude = queries[2 * i + 1], found = search(latitude, longitude);
        if (!isBox) for (const id of found) kept += distance(longitude, latitude, points[2 * id + 1], points[2 * id]);
    }
    return (milliseconds() - begin) * 1e6 / count;
}

function check(search, isBox, count) {
    let sum = 0;
    for (let i = 0; i < count; i++) {
        const latitude = queries[2 * i], longitude = queries[2 * i + 1], found = search(latitude, longitude), last = found[found.length - 1];
        sum += isBox ? found.length : found.length === 0 ? 0 : haversine(latitude, longitude, points[2 * last], points[2 * last + 1]);
    }
    return sum;
}

const version = createRequire(import.meta.url)('./package.json').dependencies.geokdbush;
console.log(`geokdbush ${version}\t${buildMilliseconds}\t${index.data.byteLength + points.byteLength + codes.byteLength}`);
for await (const line of readline.createInterface({input: process.stdin})) {
    const [verb, kind, limit, classes, fresh, count] = line.split(' ');
    const search = searchOf(kind, +limit, classes, fresh === '1');
    console.log((verb === 'time' ? time : check)(search, kind === 'Box', Math.min(+count, queries.length / 2)));
}
process.exitCode = kept === 0.5 ? 1 : 0; // never: so that nothing of a search can be left out
