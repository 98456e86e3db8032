/** Copies of schemas that keep only what their reader needs. */

/** The shape a node refers to, plainly or below a description of its own. */
export function shapeName(node) {
  const reference = node.$ref ?? node.allOf?.[0].$ref;
  return reference?.slice(reference.lastIndexOf('/') + 1);
}

/** Copies a schema: `own(node)` gives its plain members, `reference(name)` what stands for a shape. */
export function rewrite(node, own, reference) {
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties') {
      copy.properties = Object.fromEntries(
        Object.entries(value).map(([name, child]) => [name, rewrite(child, own, reference)]),
      );
    } else if (key === 'items' || (key === 'additionalProperties' && typeof value === 'object')) {
      copy[key] = rewrite(value, own, reference);
    } else if (key === '$ref' || key === 'allOf') {
      copy.$ref = reference(shapeName(node));
    } else if (key !== 'definitions' && own(key)) {
      copy[key] = value;
    }
  }
  return copy;
}

/** `rewrite` for each of several named nodes. */
export const rewriteAll = (nodes, own, reference) =>
  Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, rewrite(node, own, reference)]));
