/** Style sheets imported as text (`with { type: 'text' }`): they are adopted by shadow roots. */
declare module '*.css' {
  const text: string;
  export default text;
}
