let slope = 1;
const height = 0.5;
const gradient = 2;
slope = slope - 0.1 * gradient;
console.log("slope", slope);
console.log("height", height);
