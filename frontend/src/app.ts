// Everything works without this file; what stands here is what the hand must do quickly.
import "htmx.org";
import "./idle";
import "./keys";
import "./draft";
import "./print";
import "./upload";
