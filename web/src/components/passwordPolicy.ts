// Shown while typing so that nobody finds out on submit; the server remains the judge.

export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_CLASSES_MIN = 3;

const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

export const passwordClasses = (password: string): number => CLASSES.filter((pattern) => pattern.test(password)).length;

export const passwordLongEnough = (password: string): boolean => [...password].length >= PASSWORD_LENGTH_MIN;

export const passwordAccepted = (password: string): boolean =>
  passwordLongEnough(password) && passwordClasses(password) >= PASSWORD_CLASSES_MIN;
