// Plane geometry on a town's scale: metres east and south of an origin, distances, steps, a phone's own noise.

const METRES_PER_DEGREE = 111_320;

const east = (latitude) => METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);

/** Metres {x east, y south} of `point` from `origin`; both {latitude, longitude} in WGS-84. */
export function metres(point, origin) {
  return {
    x: (point.longitude - origin.longitude) * east(origin.latitude),
    y: (origin.latitude - point.latitude) * METRES_PER_DEGREE,
  };
}

/** The point `x` metres east and `y` metres south of `origin`. */
export function pointAt({ x, y }, origin) {
  return {
    latitude: origin.latitude - y / METRES_PER_DEGREE,
    longitude: origin.longitude + x / east(origin.latitude),
  };
}

/** Metres between two points. */
export function distance(a, b) {
  const { x, y } = metres(a, b);
  return Math.hypot(x, y);
}

/** "85 m", "1.4 km". */
export function far(m) {
  return m < 950 ? `${Math.round(m / 5) * 5} m` : `${(m / 1000).toFixed(1)} km`;
}

/** The point `step` metres from `from` towards `to`, not beyond it. */
export function towards(from, to, step) {
  const { x, y } = metres(to, from);
  const whole = Math.hypot(x, y);
  const part = whole <= step ? 1 : step / whole;
  return pointAt({ x: x * part, y: y * part }, from);
}

/** Degrees 1–360 clockwise from north, as phones report a heading. */
export function heading(from, to) {
  const { x, y } = metres(to, from);
  const degrees = Math.round((Math.atan2(x, -y) * 180) / Math.PI);
  return ((degrees + 719) % 360) + 1;
}

/** The same place as a phone would measure it: a few metres off, never the same twice. Rounded as Telegram does. */
export function measured(point, metresOff = 4) {
  const angle = Math.random() * 2 * Math.PI;
  const off = metresOff * Math.sqrt(-2 * Math.log(1 - Math.random() * 0.95)) * 0.6;
  return exact(pointAt({ x: off * Math.cos(angle), y: off * Math.sin(angle) }, point));
}

/** Six decimals, about 0.1 m. */
export const exact = ({ latitude, longitude }) => ({ latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) });

/** The middle of some points. */
export function middle(points) {
  const mean = (name) => points.reduce((sum, p) => sum + p[name], 0) / Math.max(points.length, 1);
  return { latitude: mean("latitude"), longitude: mean("longitude") };
}
