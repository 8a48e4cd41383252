/** True while the user writes text, or an input method is composing: keys belong to the text then. */
export function isTyping(event: KeyboardEvent | React.KeyboardEvent): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  if (native.isComposing) return true;
  const target = event.target as HTMLElement | null;
  if (!target) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}
