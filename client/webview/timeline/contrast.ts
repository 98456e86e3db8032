/** Red, green and blue, each from 0 to 255. */
type Rgb = readonly [number, number, number];

/** What can still be told from what is behind it, by WCAG for shapes. */
const LEAST = 3;

/** Looks at colours as they come out on a background, however they are written: with transparency, by name, in another colour space. */
export class Contrast {
  readonly #pen = pen();
  readonly #background: string;

  constructor(background: string) {
    this.#background = background;
  }

  /**
   * The colour, with less transparency or with as much of another one in it as it takes to be told from the background. The first keeps it the colour
   * that it is: the orange of the default themes is mostly transparent, and grey by the time that another one has made it strong.
   */
  told(colour: string, strong: string): string {
    const [own, whole, other] = [this.#seen(colour), this.#untransparent(colour), this.#seen(strong)];
    const behind = this.#seen(this.#background);
    if (ratio(own, behind) >= LEAST) return isOpaque(colour) ? colour : text(own);
    for (const share of [0.5, 1]) {
      const rgb = mixed(own, whole, share);
      if (ratio(rgb, behind) >= LEAST) return text(rgb);
    }
    for (const share of [0.25, 0.5, 0.75]) {
      const rgb = mixed(whole, other, share);
      if (ratio(rgb, behind) >= LEAST) return text(rgb);
    }
    return strong;
  }

  #seen(colour: string): Rgb {
    return this.#painted([this.#background, colour]);
  }

  #untransparent(colour: string): Rgb {
    return this.#painted([colour]);
  }

  /** What comes out where colours are painted one over the other, without its transparency. */
  #painted(colours: readonly string[]): Rgb {
    if (this.#pen === null) return [0, 0, 0];
    this.#pen.clearRect(0, 0, 1, 1);
    for (const each of colours) {
      this.#pen.fillStyle = each;
      this.#pen.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = this.#pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  }
}

function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2): number => Math.round(one[at] + (other[at] - one[at]) * share);
  return [part(0), part(1), part(2)];
}

function text(rgb: Rgb): string {
  return `rgb(${rgb.join(' ')})`;
}

function pen(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** What themes write: `#rrggbb` has no transparency, all else may. */
function isOpaque(colour: string): boolean {
  return /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(colour);
}

function ratio(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
