package surface

// The program that draws a piece of a link: a quadratic curve from a by b to
// d with round ends, in device pixels from the object's upper left corner. A
// fragment belongs to a piece when it lies after the piece's first normal
// and before its last, so that neighbours meet without a gap and without
// covering a pixel twice. The foot of the perpendicular is found by Newton's
// method from the chord, which two steps do for curves that turn by less than a
// right angle.
const curveBody = `
uniform vec2 frame;
uniform vec4 bounds;
uniform float ax; uniform float ay;
uniform float bx; uniform float by;
uniform float dx; uniform float dy;
uniform float sx; uniform float sy;
uniform float ex; uniform float ey; uniform float last;
uniform float hw;
uniform float cr; uniform float cg; uniform float cb; uniform float ca;
uniform float on; uniform float off;
uniform float s0; uniform float s1; uniform float s2;
uniform float tx; uniform float ty; uniform float hx; uniform float hy;
uniform float al; uniform float ah;

void main() {
    vec2 p = vec2(gl_FragCoord.x, frame.y - gl_FragCoord.y) - bounds.xy;
    vec2 A = vec2(ax, ay);
    vec2 D = vec2(dx, dy);
    float alpha = 0.0;
    if (dot(p - A, vec2(sx, sy)) >= 0.0 && dot(p - D, vec2(ex, ey)) < last) {
        vec2 b = vec2(bx, by) - A;
        vec2 c = A - 2.0 * vec2(bx, by) + D;
        vec2 chord = D - A;
        float B = dot(b, chord);
        float C = dot(c, chord);
        float U = dot(p - A, chord);
        float t = clamp(U / max(B + sqrt(max(B * B + C * U, 0.0)), 1e-6), 0.0, 1.0);
        for (int i = 0; i < 3; i++) {
            vec2 r = A + t * (2.0 * b + t * c) - p;
            vec2 v = 2.0 * (b + t * c);
            t = clamp(t - dot(r, v) / max(dot(v, v) + 2.0 * dot(r, c), 1e-3), 0.0, 1.0);
        }
        float d = length(A + t * (2.0 * b + t * c) - p);
        alpha = 1.0 - smoothstep(hw - 0.5, hw + 0.5, d);
        if (off > 0.0) {
            float period = on + off;
            float s = s0 + t * (s1 + t * s2);
            float m = s - period * floor(s / period);
            if (m > on + off * 0.5) { m -= period; }
            alpha *= 1.0 - smoothstep(-0.5, 0.5, abs(m - on * 0.5) - on * 0.5);
        }
    }
    if (al > 0.0) {
        vec2 q = p - vec2(tx, ty);
        float u = -dot(q, vec2(hx, hy));
        float v = abs(q.x * hy - q.y * hx);
        float d = max(u - al, (v * al - u * ah) * inversesqrt(al * al + ah * ah));
        alpha = max(alpha, 1.0 - smoothstep(-0.5, 0.5, d));
    }
    if (alpha <= 0.0) { discard; }
    gl_FragColor = vec4(cr, cg, cb, ca * alpha);
}
`

// The program that draws the dot grid, of one colour on another: dots of
// radius r every gap pixels, the first at px, py.
const dotsBody = `
uniform vec2 frame;
uniform vec4 bounds;
uniform float px; uniform float py;
uniform float gap; uniform float r;

void main() {
    vec2 first = vec2(bounds.x + px, frame.y - bounds.y - py);
    vec2 q = fract((gl_FragCoord.xy - first) / gap + 0.5) - 0.5;
    float away = smoothstep(r - 0.5, r + 0.5, length(q) * gap);
    gl_FragColor = vec4(mix(%s, %s, away), 1.0);
}
`

// The program that fills an object with one colour. On a driver without a
// graphics card it takes a seventh of the time of the toolkit's rectangle,
// which looks for a border in every pixel.
const flatBody = `
void main() { gl_FragColor = vec4(%s, 1.0); }
`

const (
	desktopHead = "#version 110\n"
	esHead      = "#version 100\n" + `
#ifdef GL_ES
# ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
# else
precision mediump float;
# endif
precision mediump int;
#endif
`
)

var (
	curveSource, curveSourceES = []byte(desktopHead + curveBody), []byte(esHead + curveBody)
)
