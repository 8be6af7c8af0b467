import fc from 'fast-check'

/** Texts that try to steer a terminal, a Markdown reader or a template. */
export const HOSTILE = [
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J',
  '\r\n\r\noverwritten\rback',
  '\u202egnirts\u2066 \u200f\ufeff',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1)) ![x](http://x.example/y.png) <javascript:alert(1)>',
  'http://x.example www.x.example someone@x.example',
  '# heading\n\n## another\n***\n---\n===',
  '- item\n+ item\n* item\n1. item\n2) item\n> quote',
  '```\ncode\n```\n~~~\ncode\n~~~\n    code',
  '| a | b |\n| - | - |\n| c | d |',
  '**bold** __bold__ _em_ ~~gone~~ `code` \\[a\\]',
  '&lt;b&gt; &#60;b&#62; &amp; R&D AT&T;',
  '[a]: http://x.example\n[^1]: note\n[^1]',
  '{{ facts }} {% include "x" %} {% raw %}',
  '日本語の長いことばがつづくときにも行の長さは守られる',
  '👩‍⚕️👨‍👩‍👧‍👦🇪🇸❤️ e\u0301\u0301\u0301 \u200b\u200d',
  'x'.repeat(300),
  // One character to Unicode, many columns to a terminal.
  'ᄀ'.repeat(100),
]

const part = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** Any text that somebody may type or paste. */
export const anyText = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
