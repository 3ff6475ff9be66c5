import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Properties = Readonly<Record<string, string>>;

/**
 * Sets style properties of an element through the object model. Style attributes, which Lit's own `styleMap` writes
 * at first, are refused by the panels' content security policy.
 */
class Styled extends Directive {
  override render(...properties: [Properties]): unknown {
    return properties;
  }

  override update({ element }: ElementPart, [properties]: [Properties]): typeof noChange {
    const { style } = element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return noChange;
  }
}

/** `<i ${styled({ color: 'red' })}>` */
export const styled = directive(Styled);
