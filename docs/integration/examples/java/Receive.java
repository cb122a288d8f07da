import com.standardwebhooks.Webhook; // Maven: com.standardwebhooks:standardwebhooks
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

public class Receive {
  // in production: a column with a unique constraint, which survives a restart
  static final Set<String> seen = ConcurrentHashMap.newKeySet();

  public static void main(String[] words) throws Exception {
    Webhook webhook = new Webhook(System.getenv("TONGSHAN_WEBHOOK_SECRET"));
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/", exchange -> receive(webhook, exchange));
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  static void receive(Webhook webhook, HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      webhook.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
    } catch (Exception notGenuine) {
      answer(exchange, 401);
      return;
    }
    boolean isNew = seen.add(exchange.getRequestHeaders().getFirst("webhook-id"));
    answer(exchange, isNew ? 204 : 208);
    if (isNew) System.out.println(body); // your own work, after the answer
  }

  static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
